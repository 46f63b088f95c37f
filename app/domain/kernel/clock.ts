import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'

/** Both clocks, read once from the database: business time decides, system time is what a receipt also states. */
export interface Moment {
  business: Date
  system: Date
}

/** Reads the clocks. Inside a command this happens once, after the lock. Never `now()`: that is when the transaction began. */
export async function readClock(db: Queryable): Promise<Moment> {
  const [row] = await db.execute<{ business: string; system: string }>(
    sql`select t.at as system, t.at + make_interval(secs => (select offset_ms from business_clock where id = 1) / 1000.0) as business
        from (select clock_timestamp() as at) t`,
  )
  if (!row) throw new Error('the database gave no time')
  return { business: new Date(row.business), system: new Date(row.system) }
}

/** Business time, as {@link readClock}. */
export const businessNow = async (db: Queryable): Promise<Date> => (await readClock(db)).business

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil day in Asia/Shanghai, as 2026-11-24. */
export const dayOf = (at: Date): string => shanghai.format(at)

/** The year in Asia/Shanghai, which numbers and periods carry. */
export const yearOf = (at: Date): number => Number(dayOf(at).slice(0, 4))

/** The quarter in Asia/Shanghai in which a moment counts, as 2026Q4. */
export function quarterOf(at: Date): string {
  const day = dayOf(at)
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Midnight at the end of a civil day in Asia/Shanghai, which keeps UTC+8 all year. */
export const endOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)

/** The civil day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
