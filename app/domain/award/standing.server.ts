import { and, eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { bid, bidContent, closingList, judge, score } from '#db/schema'
import { type Criterion, type Ranked, type Scoring, heaviestCriterion, ranking, scoring } from '../evaluation/scoring'

/** How a challenge's opened bids stand after the scorecards submitted so far. */
export interface Standing extends Scoring {
  ranked: Ranked[]
  scorecards: number
  closingDigest: string
}

/** Reads and reckons it. Without a scorecard nobody is ranked. */
export async function standingOf(
  db: Queryable,
  challenge: { id: string; criteria: readonly Criterion[] },
): Promise<Standing> {
  const bids = await db
    .select({ id: bid.id, priceFen: bidContent.priceFen })
    .from(bid)
    .innerJoin(bidContent, eq(bidContent.bidId, bid.id))
    .where(and(eq(bid.challengeId, challenge.id), eq(bid.state, 'opened')))
  const scores = await db
    .select({ judgeId: score.judgeId, bidId: score.bidId, criterion: score.criterion, value: score.value })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .where(and(eq(judge.challengeId, challenge.id), eq(judge.state, 'submitted')))
  const [list] = await db
    .select({ digest: closingList.digest })
    .from(closingList)
    .where(eq(closingList.challengeId, challenge.id))
  const closingDigest = list?.digest ?? ''
  const reckoned = scoring(
    challenge.criteria,
    bids.map((each) => each.id),
    scores,
  )
  const heaviest = heaviestCriterion(challenge.criteria)
  const contenders = reckoned.results.map(({ bidId, total, criteria }) => ({
    bidId,
    score: total.mean,
    priceFen: bids.find((each) => each.id === bidId)!.priceFen,
    heaviest: criteria.get(heaviest)?.mean ?? 0,
  }))
  const scorecards = new Set(scores.map((each) => each.judgeId)).size
  return { ...reckoned, ranked: ranking(contenders, closingDigest), scorecards, closingDigest }
}
