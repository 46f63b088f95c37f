import type { Queryable } from '#db/client'
import { openedBids } from '../bid/queries.server'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import type { TieBreak } from '../evaluation/scoring'
import type { Actor } from '../kernel/actor'
import { notAllowed, notFound, notSignedIn, stale } from '../kernel/errors'
import { mayAward } from './access'
import { type AwardView, awardsOf, publicityEnd } from './queries.server'
import { standingOf } from './standing.server'

/** The challenge, for a poser who may award. @throws not_found, not_allowed, stale in another state */
async function ownChallenge(
  db: Queryable,
  actor: Actor,
  number: string,
  state: ChallengeSubject['state'],
): Promise<ChallengeSubject> {
  const found = await readChallenge(db, { number })
  if (!found) throw notFound()
  const decision = mayAward(actor, found)
  if (!decision.yes) {
    if (decision.hidden) throw notFound()
    throw decision.reason === 'errors.refusal.not_signed_in' ? notSignedIn() : notAllowed(decision.reason)
  }
  if (found.state !== state) throw stale('errors.state')
  return found
}

export interface AwardForm {
  challenge: { number: string; title: string; minimum_judges: number; max_winners: number; publicity_days: number }
  contenders: {
    bid_id: string
    name: string
    rank: number
    score_hundredths: number
    price_fen: string
    decided_by: TieBreak | null
  }[]
  /** Scorecards so far. */
  submitted: number
  /** When publicity would end if it began now. */
  until: string
}

/** The ranking to choose from. */
export async function awardForm(db: Queryable, actor: Actor, number: string, now: Date): Promise<AwardForm> {
  const found = await ownChallenge(db, actor, number, 'judging')
  const standing = await standingOf(db, found)
  const bids = await openedBids(db, found.id)
  return {
    challenge: {
      number,
      title: found.title,
      minimum_judges: found.minimumJudges,
      max_winners: found.maxWinners,
      publicity_days: found.publicityDays,
    },
    contenders: standing.ranked.map((each) => ({
      bid_id: each.bidId,
      name: bids.find((bid) => bid.id === each.bidId)?.organization.name ?? '',
      rank: each.rank,
      score_hundredths: each.score,
      price_fen: each.priceFen.toString(),
      decided_by: each.decidedBy,
    })),
    submitted: standing.scorecards,
    until: await publicityEnd(db, found.publicityDays, now),
  }
}

/** What is confirmed, and from when it can be. */
export async function confirmForm(
  db: Queryable,
  actor: Actor,
  number: string,
  now: Date,
): Promise<{ number: string; title: string; awards: AwardView[]; until: string; over: boolean }> {
  const found = await ownChallenge(db, actor, number, 'publicity')
  const until = found.publicityEndsAt ?? now
  return {
    number,
    title: found.title,
    awards: await awardsOf(db, found.id),
    until: until.toISOString(),
    over: until <= now,
  }
}

export async function failForm(
  db: Queryable,
  actor: Actor,
  number: string,
): Promise<{ number: string; title: string }> {
  const { title } = await ownChallenge(db, actor, number, 'judging')
  return { number, title }
}
