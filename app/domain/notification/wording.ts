import { type T, type TextKey, isTextKey } from '~/i18n'
import { type NotificationKind, isKind } from './kinds'

/**
 * The sentence of a notification in the reader's language. `count` bends the text, and a parameter that names a text under
 * `notification.reason` is worded itself. A kind of a later release, which this one cannot word, is told as "something happened".
 */
export function wordingOf(t: T, kind: string, params: Readonly<Record<string, string>>): string {
  if (!isKind(kind)) return t('notification.unknown_kind')
  const filled = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (name === 'count') return [name, Number(value)]
    return [name, value.startsWith('notification.reason.') && isTextKey(value) ? t(value) : value]
  })
  return t(`notification.kind.${kind}` as TextKey, Object.fromEntries(filled))
}

/** What a kind is called where people choose what they get by mail. */
export const labelOf = (t: T, kind: NotificationKind): string => t(`notification.label.${kind}`)
