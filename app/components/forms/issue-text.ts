import { isTextKey } from '~/i18n'
import type { T } from '~/i18n'

/** The sentence of an issue message `key?name=value`, as rules and commands give them for a field. */
export function issueText(t: T, message: string): string {
  const at = message.indexOf('?')
  const key = at < 0 ? message : message.slice(0, at)
  if (!isTextKey(key)) return t('common.form.invalid')
  return t(key, at < 0 ? {} : Object.fromEntries(new URLSearchParams(message.slice(at + 1))))
}
