import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { bid, bidEnvelope, challenge, closingList } from '#db/schema'
import type { EnvelopePlace } from '~/services/sealing/envelope.server'
import type { Follower } from '../command/run.server'
import { type ClosingEntry, closingDigest, closingOrder } from './rules'

/** Fixes what was live at the deadline, in the transaction that closes the challenge: no key has been touched by then. */
export const writeClosingList: Follower = async ({ tx, event, moment }) => {
  const challengeId = event.subject.id
  const live = await tx
    .select({
      bid_id: bid.id,
      code: bid.code,
      version: bidEnvelope.version,
      commitment: bidEnvelope.commitment,
    })
    .from(bid)
    .innerJoin(bidEnvelope, and(eq(bidEnvelope.bidId, bid.id), eq(bidEnvelope.state, 'live')))
    .where(eq(bid.challengeId, challengeId))
  const [closed] = await tx
    .select({ closedAt: challenge.closedAt })
    .from(challenge)
    .where(eq(challenge.id, challengeId))
  const entries = closingOrder(live)
  await tx.insert(closingList).values({
    challengeId,
    closedAt: closed?.closedAt ?? moment.business,
    entries,
    digest: closingDigest(entries),
  })
}

/** Where each listed envelope stands: what its text must agree with. The commitment is the list's, not the row's. */
export async function placesOfClosingList(
  db: Queryable,
  challengeId: string,
  entries: readonly ClosingEntry[],
): Promise<{ bidId: string; place: EnvelopePlace; ciphertext: Buffer }[]> {
  if (entries.length === 0) return []
  const rows = await db
    .select({
      bidId: bid.id,
      organizationId: bid.organizationId,
      version: bidEnvelope.version,
      revision: bidEnvelope.challengeRevision,
      ciphertext: bidEnvelope.ciphertext,
    })
    .from(bid)
    .innerJoin(bidEnvelope, eq(bidEnvelope.bidId, bid.id))
    .where(
      and(
        eq(bid.challengeId, challengeId),
        inArray(
          bid.id,
          entries.map((entry) => entry.bid_id),
        ),
      ),
    )
  return entries.map((entry) => {
    const row = rows.find((each) => each.bidId === entry.bid_id && each.version === entry.version)
    return {
      bidId: entry.bid_id,
      ciphertext: row?.ciphertext ?? Buffer.alloc(0),
      place: {
        challenge_id: challengeId,
        challenge_revision: row?.revision ?? 0,
        organization_id: row?.organizationId ?? '',
        version: entry.version,
        commitment: entry.commitment,
      },
    }
  })
}
