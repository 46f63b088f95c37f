import { translator } from './translate'
import type { Locale } from './translate'

const zone = 'Asia/Shanghai'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

type Moment = Date | string | number

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function wallClock(moment: Moment) {
  const found: Record<string, string> = {}
  for (const part of parts.formatToParts(new Date(moment))) found[part.type] = part.value
  return found as { year: string; month: string; day: string; hour: string; minute: string }
}

/** `2026-11-24` in Shanghai, the same in both languages. */
export function formatDate(moment: Moment): string {
  const at = wallClock(moment)
  return `${at.year}-${at.month}-${at.day}`
}

/** `11-24` in Shanghai, where the year is plain from the surroundings. */
export function formatMonthDay(moment: Moment): string {
  const at = wallClock(moment)
  return `${at.month}-${at.day}`
}

/** `17:00` in Shanghai. */
export function formatTime(moment: Moment): string {
  const at = wallClock(moment)
  return `${at.hour}:${at.minute}`
}

/** `2026-11-24 17:00` in Shanghai. */
export function formatDateTime(moment: Moment): string {
  return `${formatDate(moment)} ${formatTime(moment)}`
}

/** Calendar days in Shanghai from one moment to another; negative when the second is earlier. */
export function daysBetween(from: Moment, to: Moment): number {
  return Math.round((Date.parse(formatDate(to)) - Date.parse(formatDate(from))) / day)
}

/** A length of time as its two largest units: `1 天 6 小时`, `40 分钟`; days alone from ten days on. Milliseconds in. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const t = translator(locale)
  const left = Math.abs(milliseconds)
  const days = Math.floor(left / day)
  const hours = Math.floor((left % day) / hour)
  const minutes = Math.floor((left % hour) / minute)
  if (days >= 10 || (days > 0 && hours === 0)) return t('common.duration.days', { count: days })
  if (days > 0) return t('common.duration.days_hours', { days, hours })
  if (hours > 0 && minutes > 0) return t('common.duration.hours_minutes', { hours, minutes })
  if (hours > 0) return t('common.duration.hours', { count: hours })
  return minutes > 0 ? t('common.duration.minutes', { count: minutes }) : t('common.duration.moment')
}

/** `3 天后`, `2 小时前`, by the clock handed in (the business clock, not the browser's). */
export function formatRelative(moment: Moment, now: Moment, locale: Locale): string {
  const distance = new Date(moment).getTime() - new Date(now).getTime()
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(distance)
  if (size < hour) return relative.format(Math.round(distance / minute), 'minute')
  if (size < day) return relative.format(Math.round(distance / hour), 'hour')
  if (size < 60 * day) return relative.format(daysBetween(now, moment), 'day')
  if (size < 730 * day) return relative.format(Math.round(distance / (30.44 * day)), 'month')
  return relative.format(Math.round(distance / (365.25 * day)), 'year')
}

/** A plain number with thousands separators; decimals as they come unless `digits` fixes them. Never for money. */
export function formatNumber(value: number | string, options: { digits?: number; signed?: boolean } = {}): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return String(value)
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: options.digits ?? 0,
    maximumFractionDigits: options.digits ?? 6,
    signDisplay: options.signed ? 'exceptZero' : 'auto',
  }).format(number)
  return text.replace('-', '−')
}

/** A share of one as percent: `0.182` is `18.2%`. */
export function formatPercent(share: number, options: { digits?: number; signed?: boolean } = {}): string {
  return `${formatNumber(share * 100, { digits: options.digits ?? 1, signed: options.signed })}%`
}
