import type { Queryable } from '#db/client'
import type { ChallengeState } from '#db/schema'
import { type OpenedBid, openedBids, unopenedBids } from '../bid/queries.server'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import type { ChallengeTarget } from '../challenge/rules'
import { sightOfBids } from '../evaluation/access'
import { judgesOf } from '../evaluation/queries.server'
import type { BidResult, Spread, TieBreak } from '../evaluation/scoring'
import { type Actor, belongsTo } from '../kernel/actor'
import { notFound } from '../kernel/errors'
import { type ComparedCommitment, bestOf, comparedRow } from './compared'
import { type Standing, standingOf } from './standing.server'

/** One bidder's column. Scores are hundredths of a point. */
export interface ComparedBid extends Pick<OpenedBid, 'id' | 'code' | 'organization' | 'plan' | 'team'> {
  price_fen: string
  price_best: boolean
  delivery_date: string
  delivery_best: boolean
  /** By the challenge's targets, in their order. */
  commitments: ComparedCommitment[]
  /** Null for a judge who has not submitted yet, and while there is no scorecard. */
  result: {
    rank: number
    decided_by: TieBreak | null
    total: Spread
    criteria: (Spread & { best: boolean })[]
    calibrated: number
    best: boolean
  } | null
}

export interface Comparison {
  challenge: {
    id: string
    number: string
    title: string
    state: ChallengeState
    opened_at: string | null
    budget_min_fen: string | null
    budget_max_fen: string | null
    delivery_deadline: string | null
    minimum_judges: number
    max_winners: number
    publicity_days: number
    closing_digest: string
  }
  targets: ChallengeTarget[]
  criteria: { name: string; weight: number }[]
  bids: ComparedBid[]
  unopened: { code: string; name: string }[]
  /** Judges who submitted, and those who still will. */
  judges: { submitted: number; waiting: number }
  /** How harsh or mild each judge is; only where the scores are seen. */
  tendencies: { name: string; offset: number }[]
  isPoser: boolean
}

/** The opened bids side by side. @throws not_found for those who may not see them, and before they are opened */
export async function comparison(db: Queryable, actor: Actor, number: string): Promise<Comparison> {
  const found = await readChallenge(db, { number })
  if (!found) throw notFound()
  const judges = await judgesOf(db, found.id)
  const sight = sightOfBids(
    actor,
    found,
    judges.map((each) => ({ personId: each.person_id, state: each.state })),
  )
  if (sight === 'nothing') throw notFound()
  const opened = found.openedAt ? await openedBids(db, found.id) : []
  const standing = await standingOf(db, found)
  const seen = sight === 'all' && standing.scorecards > 0 ? standing : null
  return {
    challenge: {
      id: found.id,
      number,
      title: found.title,
      state: found.state,
      opened_at: found.openedAt?.toISOString() ?? null,
      budget_min_fen: found.budgetMinFen?.toString() ?? null,
      budget_max_fen: found.budgetMaxFen?.toString() ?? null,
      delivery_deadline: found.deliveryDeadline,
      minimum_judges: found.minimumJudges,
      max_winners: found.maxWinners,
      publicity_days: found.publicityDays,
      closing_digest: standing.closingDigest,
    },
    targets: found.targets,
    criteria: found.criteria.map(({ name, weight }) => ({ name, weight })),
    bids: columns(found, opened, seen),
    unopened: found.openedAt ? await unopenedBids(db, found.id) : [],
    judges: {
      submitted: judges.filter((each) => each.state === 'submitted').length,
      waiting: judges.filter((each) => each.state === 'invited' || each.state === 'accepted').length,
    },
    tendencies: (seen?.judges ?? []).map(({ judgeId, offset }) => ({
      name: judges.find((each) => each.id === judgeId)?.name ?? '',
      offset,
    })),
    isPoser: belongsTo(actor, found.organizationId),
  }
}

function columns(found: ChallengeSubject, opened: readonly OpenedBid[], standing: Standing | null): ComparedBid[] {
  const rows = found.targets.map((target) =>
    comparedRow(
      target,
      opened.map((each) => each.commitments.find((said) => said.position === target.position)),
    ),
  )
  const cheap = bestOf(
    opened.map((each) => BigInt(each.price_fen)),
    (one, other) => one < other,
  )
  const early = bestOf(
    opened.map((each) => each.delivery_date),
    (one, other) => one < other,
  )
  const results = opened.map((each) => standing?.results.find((result) => result.bidId === each.id) ?? null)
  const higher = (one: number, other: number) => one > other
  const top = bestOf(
    results.map((each) => each?.total.mean ?? 0),
    higher,
  )
  const tops = found.criteria.map(({ position }) =>
    bestOf(
      results.map((each) => each?.criteria.get(position)?.mean ?? 0),
      higher,
    ),
  )
  return opened.map((each, at) => ({
    id: each.id,
    code: each.code,
    organization: each.organization,
    plan: each.plan,
    team: each.team,
    price_fen: each.price_fen,
    price_best: cheap[at]!,
    delivery_date: each.delivery_date,
    delivery_best: early[at]!,
    commitments: rows.map((row) => row[at]!),
    result: resultOf(
      found,
      results[at] ?? null,
      standing,
      top[at]!,
      tops.map((row) => row[at]!),
    ),
  }))
}

function resultOf(
  found: ChallengeSubject,
  result: BidResult | null,
  standing: Standing | null,
  best: boolean,
  bestBy: readonly boolean[],
): ComparedBid['result'] {
  const ranked = standing?.ranked.find((each) => each.bidId === result?.bidId)
  if (!result || !ranked) return null
  return {
    rank: ranked.rank,
    decided_by: ranked.decidedBy,
    total: result.total,
    criteria: found.criteria.map(({ position }, index) => ({
      ...(result.criteria.get(position) ?? { mean: 0, low: 0, high: 0 }),
      best: bestBy[index]!,
    })),
    calibrated: result.calibrated,
    best,
  }
}
