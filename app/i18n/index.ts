export { isTextKey, locales, translator } from './translate'
export type { Locale, T, TextKey } from './translate'
export { TextProvider, useText } from './provider'
export {
  daysBetween,
  formatDate,
  formatDateTime,
  formatDuration,
  formatMonthDay,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
} from './format'
