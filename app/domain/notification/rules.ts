import { dayAfter, dayOf } from '../kernel/clock'

/** When the digest of a day goes out: 08:30 in Shanghai, which keeps UTC+8 all year. */
const digestTime = 'T08:30:00+08:00'

/** The digest that is due at a moment: the latest 08:30 that has passed, with its day. Days that a leap of the clock skipped get none. */
export function digestDue(now: Date): { day: string; at: Date } {
  const today = dayOf(now)
  const at = new Date(`${today}${digestTime}`)
  if (at <= now) return { day: today, at }
  const day = dayAfter(today, -1)
  return { day, at: new Date(`${day}${digestTime}`) }
}

/** A digest lists so many; the rest is counted and stands in the product. */
export const mostInDigest = 40

/** Calendar addresses that a person may have at a time. */
export const mostCalendars = 10
