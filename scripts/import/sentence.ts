import { readIssueMessage } from '~/domain/kernel/issues'
import { type Locale, isTextKey, translator } from '~/i18n'

/** An issue message in words; a parameter that is a text's key (a state) is said in words too. */
export function sentence(message: string, locale: Locale): string {
  const t = translator(locale)
  const { key, params } = readIssueMessage(message)
  if (!isTextKey(key)) return message
  const said = Object.entries(params).map(([name, value]) => [name, isTextKey(value) ? t(value) : value])
  return t(key, Object.fromEntries(said) as Record<string, string>)
}
