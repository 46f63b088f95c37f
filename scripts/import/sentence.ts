import { readIssueMessage } from '~/domain/kernel/issues'
import { type Locale, isTextKey, translator } from '~/i18n'

/** An issue message in words. */
export function sentence(message: string, locale: Locale): string {
  const { key, params } = readIssueMessage(message)
  return isTextKey(key) ? translator(locale)(key, params) : message
}
