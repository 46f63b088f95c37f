import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { rateCount } from '#db/schema'
import { limitReached } from '~/domain/kernel/errors'

/** A limited act: of what, by whom, how often in how long. */
export interface Limit {
  /** What is limited: `sign_in`, `match`. */
  act: string
  /** Whose attempts are counted together: an address, an account. Kept only as a digest. */
  by: string
  most: number
  seconds: number
}

const keyOf = (limit: Limit): string =>
  `${limit.act}:${createHash('sha256').update(`${limit.act}\n${limit.by}`).digest('base64url')}`

/** Start of the window that a moment of system time falls into. */
const windowStart = (seconds: number) =>
  sql`to_timestamp(floor(extract(epoch from clock_timestamp()) / ${seconds}) * ${seconds})`

/**
 * Counts an attempt before it is made, in the database, so that all copies of the process share the count and attempts at once
 * do not slip through together. System time.
 * @throws limit_reached with the seconds until the window ends, once there were more than `most`.
 */
export async function countAttempt(db: Database, limit: Limit): Promise<void> {
  const [row] = await db
    .insert(rateCount)
    .values({ key: keyOf(limit), windowStart: windowStart(limit.seconds) as never, count: 1 })
    .onConflictDoUpdate({
      target: [rateCount.key, rateCount.windowStart],
      set: { count: sql`${rateCount.count} + 1` },
    })
    .returning({
      count: rateCount.count,
      left: sql<string>`ceil(extract(epoch from ${rateCount.windowStart} + make_interval(secs => ${limit.seconds}) - clock_timestamp()))`,
    })
  const { count, left } = row!
  // The first of a window sweeps away what nobody will ask for again.
  if (count === 1)
    await db.delete(rateCount).where(sql`${rateCount.windowStart} < clock_timestamp() - interval '1 day'`)
  if (count > limit.most) throw limitReached(Math.max(1, Number(left)))
}

/** Takes back the count of an attempt that was no failure. */
export async function attemptSucceeded(db: Database, limit: Limit): Promise<void> {
  await db
    .update(rateCount)
    .set({ count: sql`greatest(${rateCount.count} - 1, 0)` })
    .where(and(eq(rateCount.key, keyOf(limit)), eq(rateCount.windowStart, windowStart(limit.seconds) as never)))
}

/** Forgets every attempt of this window: the right password was given. */
export async function forgetAttempts(db: Database, limit: Limit): Promise<void> {
  await db.delete(rateCount).where(eq(rateCount.key, keyOf(limit)))
}
