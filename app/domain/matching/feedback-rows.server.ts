import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import type { ShownFeatures } from '#db/schema'
import { gradeOf } from './rules'

/** One match that was shown, as `match:eval --fit --feedback` reads it: numbers of both sides, its features, and what became of it. */
export interface FeedbackRow {
  challenge: string
  listing: string
  rank: number
  /** 3 awarded, 2 bid, 1 opened, 0 not fit; null where nothing became of it. */
  grade: number | null
  features: ShownFeatures
}

/** Longest file; the newest matches are kept. */
const most = 100_000

/** Every match that was shown, without who looked at it and without notes. */
export async function feedbackRows(db: Queryable): Promise<FeedbackRow[]> {
  const rows = (await db.execute(sql`
    select c.number as challenge, coalesce(a.number, k.number) as listing, s.rank, s.features,
      (select array_agg(f.kind) from match_feedback f
        where f.challenge_id = s.challenge_id and f.listing_id = s.listing_id) as kinds
    from match_feedback s
    join challenge c on c.id = s.challenge_id
    left join achievement a on s.listing_kind = 'achievement' and a.id = s.listing_id
    left join capability k on s.listing_kind = 'capability' and k.id = s.listing_id
    where s.kind = 'shown' and s.features is not null
    order by s.recorded_at desc, c.number, s.rank limit ${most}`)) as unknown as (Omit<FeedbackRow, 'grade'> & {
    kinds: string[]
  })[]
  return rows.map(({ kinds, ...row }) => ({ ...row, grade: gradeOf(new Set(kinds)) }))
}
