import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Queryable } from '#db/client'
import { calendarDay, setting } from '#db/schema'
import type { Calendar } from '../kernel/working-days'

/** The value of a setting, checked against the shape its reader needs. A missing or misshapen one is a bug of the release. */
export async function readSetting<Shape extends z.ZodType>(
  db: Queryable,
  key: string,
  shape: Shape,
): Promise<z.output<Shape>> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key))
  if (!row) throw new Error(`no setting ${key}`)
  return shape.parse(row.value)
}

/** Holidays and worked weekends. A year without rows counts weekends only. */
export async function readCalendar(db: Queryable): Promise<Calendar> {
  const rows = await db.select({ day: calendarDay.day, working: calendarDay.working }).from(calendarDay)
  return new Map(rows.map((row) => [row.day, row.working]))
}
