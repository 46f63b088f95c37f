import { and, asc, eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { award, bid, judge, organization, score } from '#db/schema'
import type { AwardState, ChallengeState } from '#db/schema'
import type { ChallengeSubject } from '../challenge/lifecycle.server'
import type { BidResult, Spread } from '../evaluation/scoring'
import { addWorkingDays } from '../kernel/working-days'
import { readCalendar } from '../settings/queries.server'
import { standingOf } from './standing.server'

export { comparison } from './comparison.server'
export type { Comparison, ComparedBid } from './comparison.server'

/** When publicity would end if the award were intended now. */
export const publicityEnd = async (db: Queryable, days: number, now: Date): Promise<string> =>
  addWorkingDays(now, days, await readCalendar(db)).toISOString()

/** What a bidder learns about its own bid once an award is intended: never anything of another's. */
export interface OwnResult {
  total: Spread
  rank: number
  bids: number
  criteria: { name: string; weight: number; spread: Spread; rank: number; comments: string[] }[]
  awarded: boolean
}

const toldStates: readonly ChallengeState[] = ['publicity', 'awarded']

export async function ownResult(
  db: Queryable,
  found: ChallengeSubject,
  organizationId: string,
): Promise<OwnResult | null> {
  if (!toldStates.includes(found.state)) return null
  const [own] = await db
    .select({ id: bid.id })
    .from(bid)
    .where(and(eq(bid.challengeId, found.id), eq(bid.organizationId, organizationId), eq(bid.state, 'opened')))
  if (!own) return null
  const standing = await standingOf(db, found)
  const result = standing.results.find((each) => each.bidId === own.id)
  if (!result) return null
  const comments = await db
    .select({ criterion: score.criterion, reason: score.reason })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .where(and(eq(score.bidId, own.id), eq(judge.state, 'submitted')))
    // Not in the judges' order: a bidder reads what was said, not who said it.
    .orderBy(asc(score.criterion), asc(score.reason))
  const [won] = await db.select({ id: award.id }).from(award).where(eq(award.bidId, own.id))
  const rankBy = (mean: (each: BidResult) => number) =>
    1 + standing.results.filter((each) => mean(each) > mean(result)).length
  return {
    total: result.total,
    rank: standing.ranked.find((each) => each.bidId === own.id)?.rank ?? 0,
    bids: standing.results.length,
    criteria: found.criteria.map(({ position, name, weight }) => ({
      name,
      weight,
      spread: result.criteria.get(position) ?? { mean: 0, low: 0, high: 0 },
      rank: rankBy((each) => each.criteria.get(position)?.mean ?? 0),
      comments: comments.filter((each) => each.criterion === position).map((each) => each.reason),
    })),
    awarded: won !== undefined,
  }
}

export interface AwardView {
  id: string
  state: AwardState
  solver: string
  rank: number
  score_hundredths: number
  price_fen: string
  reason: string
  publicity_ends_at: string
}

/** The awards of a challenge, in the order of the ranking. */
export async function awardsOf(db: Queryable, challengeId: string): Promise<AwardView[]> {
  const rows = await db
    .select({
      id: award.id,
      state: award.state,
      solver: organization.name,
      rank: award.rank,
      scoreHundredths: award.scoreHundredths,
      priceFen: award.priceFen,
      reason: award.reason,
      publicityEndsAt: award.publicityEndsAt,
    })
    .from(award)
    .innerJoin(bid, eq(bid.id, award.bidId))
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(eq(award.challengeId, challengeId))
    .orderBy(asc(award.rank))
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    solver: row.solver,
    rank: row.rank,
    score_hundredths: row.scoreHundredths,
    price_fen: row.priceFen.toString(),
    reason: row.reason,
    publicity_ends_at: row.publicityEndsAt.toISOString(),
  }))
}
