import { and, eq, exists, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { award, bid, bidDraft } from '#db/schema'
import type { AwardState, BidState } from '#db/schema'
import { formatDateTime } from '~/i18n/format'
import { telling, toldChallenge } from './telling.server'

const bidders = (tx: Tx, challengeId: string, states: readonly BidState[]) =>
  tx
    .select({ id: bid.id, organizationId: bid.organizationId, state: bid.state })
    .from(bid)
    .where(and(eq(bid.challengeId, challengeId), inArray(bid.state, [...states])))
    .orderBy(bid.code)

/** The bidding organisation's page of its own bid: everything a solver is told leads there. */
const ownBid = (path: string) => `${path}/bid`

/** A solver learns what became of its own bid, the poser that judges can be invited. */
export const tellOpened = telling(async (tell, event, tx) => {
  const told = await toldChallenge(tx, event.subject.id)
  const { params, subject, organizationId, path } = told
  await tell({ kind: 'challenge_bids_opened', to: { organizationId }, subject, params, path: `${path}/judges` })
  for (const own of await bidders(tx, told.id, ['opened', 'opening_failed'])) {
    await tell({
      kind: own.state === 'opened' ? 'bid_opened' : 'bid_not_opened',
      to: { organizationId: own.organizationId },
      subject: { type: 'bid', id: own.id, number: subject.number ?? null },
      params,
      path: ownBid(path),
    })
  }
})

/** A bid that could not be opened, of a challenge that fails for want of bids. */
export const tellNotOpened = telling(async (tell, event, tx) => {
  const [own] = await tx
    .select({ id: bid.id, organizationId: bid.organizationId, challengeId: bid.challengeId })
    .from(bid)
    .where(eq(bid.id, event.subject.id))
  if (!own) return
  const { params, path, subject } = await toldChallenge(tx, own.challengeId)
  await tell({
    kind: 'bid_not_opened',
    to: { organizationId: own.organizationId },
    subject: { type: 'bid', id: own.id, number: subject.number ?? null },
    params,
    path: ownBid(path),
  })
})

/** Ended without award: the poser where the product ended it, and whoever handed in a bid. */
export const tellFailed = telling(async (tell, event, tx) => {
  const { id, organizationId, subject, params, path } = await toldChallenge(tx, event.subject.id)
  await tell({ kind: 'challenge_failed', to: { organizationId }, subject, params, path })
  for (const own of await bidders(tx, id, ['sealed', 'opened', 'opening_failed'])) {
    await tell({ kind: 'bid_challenge_failed', to: { organizationId: own.organizationId }, subject, params, path })
  }
})

/** Withdrawn by its poser, which is public: whoever was at work on a bid need not go on. Nobody else learns that they were. */
export const tellWithdrawn = telling(async (tell, event, tx) => {
  const { id, subject, params, path } = await toldChallenge(tx, event.subject.id)
  if (!subject.number) return
  const drafted = exists(tx.select({ id: bidDraft.bidId }).from(bidDraft).where(eq(bidDraft.bidId, bid.id)))
  const atWork = await tx
    .select({ organizationId: bid.organizationId })
    .from(bid)
    .where(and(eq(bid.challengeId, id), or(eq(bid.state, 'sealed'), drafted)))
    .orderBy(bid.code)
  for (const { organizationId } of atWork) {
    await tell({ kind: 'bid_challenge_withdrawn', to: { organizationId }, subject, params, path })
  }
})

const winners = async (tx: Tx, challengeId: string, states: readonly AwardState[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx
        .select({ bidId: award.bidId })
        .from(award)
        .where(and(eq(award.challengeId, challengeId), inArray(award.state, [...states])))
    ).map((row) => row.bidId),
  )

/** The notice is public; each bidder is told with a view to its own bid. */
export const tellIntended = telling(async (tell, event, tx) => {
  const { id, organizationId, subject, params, path, publicityEndsAt } = await toldChallenge(tx, event.subject.id)
  const until = publicityEndsAt ? formatDateTime(publicityEndsAt) : ''
  await tell({ kind: 'award_intended', to: { organizationId }, subject, params: { ...params, until }, path })
  const won = await winners(tx, id, ['intended'])
  for (const own of await bidders(tx, id, ['opened'])) {
    const to = { organizationId: own.organizationId }
    const about = { type: 'bid' as const, id: own.id, number: subject.number ?? null }
    await tell(
      won.has(own.id)
        ? { kind: 'bid_award_intended', to, subject: about, params: { ...params, until }, path: ownBid(path) }
        : { kind: 'bid_result_published', to, subject: about, params, path: ownBid(path) },
    )
  }
})

export const tellConfirmed = telling(async (tell, event, tx) => {
  const { id, organizationId, subject, params, path } = await toldChallenge(tx, event.subject.id)
  await tell({ kind: 'award_confirmed', to: { organizationId }, subject, params, path })
  const won = await winners(tx, id, ['confirmed'])
  for (const own of await bidders(tx, id, ['opened'])) {
    if (!won.has(own.id)) continue
    await tell({
      kind: 'bid_award_confirmed',
      to: { organizationId: own.organizationId },
      subject: { type: 'bid', id: own.id, number: subject.number ?? null },
      params,
      path: ownBid(path),
    })
  }
})
