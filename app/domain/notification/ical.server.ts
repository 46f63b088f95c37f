import ical, { ICalCalendarMethod } from 'ical-generator'
import { type T, translator } from '~/i18n/translate'
import type { CalendarEntry, LiveCalendar } from './calendar.server'

/**
 * Deadlines as an iCalendar file (RFC 5545). Moments are written in UTC, which every calendar shows at its own place; the zone of
 * the calendar is Asia/Shanghai. What an entry is about never changes its UID, so that a moved deadline moves in the calendar.
 * @param site where links lead, without a path.
 */
export function icalendar(of: LiveCalendar, entries: readonly CalendarEntry[], site: string, now: Date): string {
  const t = translator(of.locale)
  const calendar = ical({
    name: of.organization
      ? t('notification.calendar.name', { organization: of.organization.name })
      : t('notification.calendar.name_alone'),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Jiebang', product: 'deadlines', language: of.locale === 'en' ? 'EN' : 'ZH' },
    x: { 'X-WR-TIMEZONE': 'Asia/Shanghai' },
    ttl: 3_600,
  })
  for (const entry of entries) {
    const wholeDay = typeof entry.at === 'string'
    calendar.createEvent({
      id: `${entry.kind}-${entry.id}@jiebang`,
      stamp: now,
      start: wholeDay ? new Date(`${entry.at as string}T00:00:00Z`) : (entry.at as Date),
      allDay: wholeDay,
      summary: summaryOf(t, entry),
      url: new URL(entry.path, site).href,
    })
  }
  return calendar.toString()
}

const summaryOf = (t: T, { kind, title, number }: CalendarEntry): string =>
  t(`notification.calendar.entry.${kind}`, { title: title ?? '', number })
