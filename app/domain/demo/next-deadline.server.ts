import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'

/** The next moment after `now` at which something happens by itself, in any area; null when nothing waits. */
export async function nextDeadline(db: Queryable, now: Date): Promise<Date | null> {
  const after = now.toISOString()
  const [row] = await db.execute<{ at: string | null }>(sql`
    select min(at) as at from (
      select min(next_event_at) as at from challenge where next_event_at > ${after}::timestamptz
      union all select min(publicity_ends_at) from challenge where publicity_ends_at > ${after}::timestamptz
      union all select min(next_event_at) from judge where next_event_at > ${after}::timestamptz
      union all select min(next_event_at) from award where next_event_at > ${after}::timestamptz
      union all select min(next_event_at) from achievement where next_event_at > ${after}::timestamptz
      union all select min(next_event_at) from capability where next_event_at > ${after}::timestamptz
      union all select min(next_event_at) from contract where next_event_at > ${after}::timestamptz
      union all select min(next_event_at) from organization where next_event_at > ${after}::timestamptz
    ) moments`)
  return row?.at ? new Date(row.at) : null
}
