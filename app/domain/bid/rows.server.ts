import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import { bid } from '#db/schema'
import { type ChallengeSubject, lockChallengeShared } from '../challenge/lifecycle.server'
import type { Actor } from '../kernel/actor'
import { notFound, stale } from '../kernel/errors'
import type { BidState } from '#db/schema'
import { type BidEvent, bidStates } from './rules'

export type BidRow = typeof bid.$inferSelect

/** A challenge and the acting organisation's own bid to it, both locked. */
export interface OwnBid {
  challenge: ChallengeSubject
  bid: BidRow | null
}

/** The challenge for share first, then the own bid: the order that closing, which takes the challenge for update, waits for. */
export async function lockOwnBid(tx: Tx, challengeId: string, actor: Actor): Promise<OwnBid> {
  const challenge = await lockChallengeShared(tx, challengeId)
  if (!challenge) throw notFound()
  const organizationId = actor.kind === 'person' ? actor.organization?.id : undefined
  if (!organizationId) return { challenge, bid: null }
  const [row] = await tx.select().from(bid).where(ownBidOf(challengeId, organizationId)).for('update')
  return { challenge, bid: row ?? null }
}

/** As {@link lockOwnBid}; makes the row where there is none, so that two first submissions meet in it. */
export async function lockOrMakeOwnBid(tx: Tx, challengeId: string, actor: Actor): Promise<OwnBid> {
  const locked = await lockOwnBid(tx, challengeId, actor)
  if (locked.bid || actor.kind !== 'person' || !actor.organization) return locked
  await tx
    .insert(bid)
    .values({
      code: newCode(),
      challengeId,
      organizationId: actor.organization.id,
      createdBy: actor.personId,
    })
    .onConflictDoNothing({ target: [bid.challengeId, bid.organizationId] })
  return lockOwnBid(tx, challengeId, actor)
}

const ownBidOf = (challengeId: string, organizationId: string) =>
  and(eq(bid.challengeId, challengeId), eq(bid.organizationId, organizationId))

/** The own bid, unlocked, for pages. */
export async function readOwnBid(db: Queryable, challengeId: string, organizationId: string): Promise<BidRow | null> {
  const [row] = await db.select().from(bid).where(ownBidOf(challengeId, organizationId))
  return row ?? null
}

/** The state that an event leads to; throws stale when the table or its guard refuses. */
export function nextState(own: OwnBid, event: BidEvent, now: Date): BidState {
  const state = own.bid?.state ?? 'draft'
  const transition = bidStates[state][event]
  if (!transition) throw stale('errors.state', { state: `bid.state.${state}` })
  const guarded = transition.guard?.({ state, challenge: own.challenge }, now)
  if (guarded && !guarded.yes) throw stale(guarded.reason)
  return transition.to
}

/** No 0 O 1 I L: read over the telephone. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Random, because a running number would tell how many bids there are: `JB-7K2M-9QXA`. */
function newCode(): string {
  const four = () => Array.from({ length: 4 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
  return `JB-${four()}-${four()}`
}
