import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import type { RefusalReason } from '#db/schema'

/** What became of published challenges: each step counts challenges. */
export const funnelSteps = ['posted', 'shown', 'opened', 'bid', 'awarded'] as const
export type FunnelStep = (typeof funnelSteps)[number]
export type FunnelCounts = Record<FunnelStep, number>

export interface FunnelView {
  whole: FunnelCounts
  /** By the quarter in which the challenge was published, newest first. */
  quarters: { key: string; counts: FunnelCounts }[]
  fields: { key: string | null; counts: FunnelCounts }[]
  /** Matches that were let be, with the share that each reason has. */
  reasons: { reason: RefusalReason; matches: number; challenges: number }[]
  refused: number
  shownMatches: number
}

interface Cell extends FunnelCounts {
  quarter: string
  field: string | null
}

/** The funnel of matching over all published challenges. A bid counts where a listing that was shown is its solver's. */
export async function matchingFunnel(db: Queryable): Promise<FunnelView> {
  const cells = (await db.execute(sql`
    with challenge_feedback as (
      select challenge_id, bool_or(kind = 'opened') as opened, bool_or(kind = 'bid') as bid, bool_or(kind = 'awarded') as awarded
      from match_feedback where challenge_id is not null group by challenge_id)
    select to_char(c.published_at at time zone 'Asia/Shanghai', 'YYYY"Q"Q') as quarter, c.field,
      count(*)::int as posted, count(f.challenge_id)::int as shown,
      (count(*) filter (where f.opened))::int as opened, (count(*) filter (where f.bid))::int as bid,
      (count(*) filter (where f.awarded))::int as awarded
    from challenge c left join challenge_feedback f on f.challenge_id = c.id
    where c.published_at is not null
    group by 1, 2`)) as unknown as Cell[]
  const reasons = (await db.execute(sql`
    select reason, count(*)::int as matches, count(distinct challenge_id)::int as challenges
    from match_feedback where kind = 'not_fit' group by reason order by count(*) desc, reason`)) as unknown as FunnelView['reasons']
  const [{ shown } = { shown: 0 }] = (await db.execute(
    sql`select count(*)::int as shown from match_feedback where kind = 'shown'`,
  )) as unknown as { shown: number }[]
  return {
    whole: sumOf(cells),
    quarters: grouped(cells, (cell) => cell.quarter).sort((a, b) => b.key.localeCompare(a.key)),
    fields: grouped(cells, (cell) => cell.field),
    reasons: [...reasons],
    refused: reasons.reduce((total, each) => total + each.matches, 0),
    shownMatches: shown,
  }
}

const sumOf = (cells: readonly FunnelCounts[]): FunnelCounts =>
  Object.fromEntries(
    funnelSteps.map((step) => [step, cells.reduce((total, cell) => total + cell[step], 0)]),
  ) as FunnelCounts

function grouped<Key extends string | null>(cells: readonly Cell[], keyOf: (cell: Cell) => Key) {
  const keys = [...new Set(cells.map(keyOf))]
  return keys.map((key) => ({ key, counts: sumOf(cells.filter((cell) => keyOf(cell) === key)) }))
}
