import { dayAfter, dayOf, endOfDay } from './clock'

/** Departures from the weekly rhythm by civil day: `off` for a holiday, `working` for a weekend that is worked. */
export type Calendar = ReadonlyMap<string, 'working' | 'off'>

/** Whether a civil day is worked: the calendar says so, else Monday to Friday. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const said = calendar.get(day)
  if (said) return said === 'working'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The end of a notice of so many working days: the day on which it is given does not count, and it lasts until the end of the
 * last working day, in Asia/Shanghai. Source: DESIGN 5, judging.
 */
export function addWorkingDays(from: Date, days: number, calendar: Calendar): Date {
  let day = dayOf(from)
  for (let left = days; left > 0;) {
    day = dayAfter(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return endOfDay(day)
}

/** The start of the next working day at nine in the morning, Asia/Shanghai. */
export function nextWorkingMorning(from: Date, calendar: Calendar): Date {
  let day = dayAfter(dayOf(from), 1)
  while (!isWorkingDay(day, calendar)) day = dayAfter(day, 1)
  return new Date(`${day}T09:00:00+08:00`)
}
