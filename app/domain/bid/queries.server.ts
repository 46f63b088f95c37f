import { and, asc, desc, eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import {
  type BidState,
  type ChallengeState,
  bid,
  bidCommitment,
  bidContent,
  bidDraft,
  bidEnvelope,
  challenge,
  closingList,
  organization,
} from '#db/schema'
import { decryptDraft } from '~/services/sealing/draft.server'
import { type EnvelopePlace, openEnvelope } from '~/services/sealing/envelope.server'
import type { ReceiptProof } from '~/services/sealing/receipt.server'
import type { Keys } from '../command/keys.server'
import { effectiveChallengeState } from './effective'
import { readOwnBid } from './rows.server'
import { type BidDraft, bidContentShape, readDraft } from './schema'

/** The own bid as its organisation sees it before opening: nothing of the content, which is under seal for everybody. */
export interface OwnBidView {
  code: string
  state: BidState
  version: number
  /** What was typed and not submitted yet. */
  draft: BidDraft | null
  /** The live version, or the last one. */
  envelope: EnvelopeFacts | null
}

export interface EnvelopeFacts {
  version: number
  challenge_revision: number
  submitted_at: string
  system_at: string
  commitment: string
}

export async function ownBidView(
  db: Queryable,
  keys: Keys,
  challengeId: string,
  organizationId: string,
): Promise<OwnBidView | null> {
  const own = await readOwnBid(db, challengeId, organizationId)
  if (!own) return null
  const [draft] = await db.select({ ciphertext: bidDraft.ciphertext }).from(bidDraft).where(eq(bidDraft.bidId, own.id))
  const [last] = await db
    .select({
      version: bidEnvelope.version,
      revision: bidEnvelope.challengeRevision,
      submittedAt: bidEnvelope.submittedAt,
      systemAt: bidEnvelope.systemAt,
      commitment: bidEnvelope.commitment,
    })
    .from(bidEnvelope)
    .where(eq(bidEnvelope.bidId, own.id))
    .orderBy(desc(bidEnvelope.version))
    .limit(1)
  return {
    code: own.code,
    state: own.state,
    version: own.version,
    draft: draft ? readDraft(decryptDraft(keys.derive('bid-draft'), own.id, draft.ciphertext)) : null,
    envelope: last
      ? {
          version: last.version,
          challenge_revision: last.revision,
          submitted_at: last.submittedAt.toISOString(),
          system_at: last.systemAt.toISOString(),
          commitment: last.commitment,
        }
      : null,
  }
}

/** What a bid says, as pages show it. */
export interface BidText {
  plan: string
  team: string
  price_fen: string
  delivery_date: string
  commitments: { position: number; value: number | null; value_to: number | null; note: string }[]
}

/** Opens the own live envelope with the receipt key that its solver pasted; null when the key does not fit. */
export async function readOwnEnvelope(
  db: Queryable,
  challengeId: string,
  organizationId: string,
  receiptKey: string,
): Promise<BidText | null> {
  const own = await readOwnBid(db, challengeId, organizationId)
  if (!own) return null
  const [live] = await db
    .select()
    .from(bidEnvelope)
    .where(and(eq(bidEnvelope.bidId, own.id), eq(bidEnvelope.state, 'live')))
  if (!live) return null
  const place: EnvelopePlace = {
    challenge_id: challengeId,
    challenge_revision: live.challengeRevision,
    organization_id: organizationId,
    version: live.version,
    commitment: live.commitment,
  }
  const opened = await openEnvelope(receiptKey, live.ciphertext, place)
  const content = opened.ok ? bidContentShape.safeParse(opened.statement.content).data : undefined
  return content ? { ...content, price_fen: content.price_fen.toString() } : null
}

export interface OpenedBid extends BidText {
  id: string
  code: string
  organization: { id: string; name: string }
}

/** Bids after opening, in the order of their codes, which says nothing. Only for those whom `sightOfBids` lets see them. */
export async function openedBids(db: Queryable, challengeId: string): Promise<OpenedBid[]> {
  const rows = await db
    .select({
      id: bid.id,
      code: bid.code,
      organizationId: bid.organizationId,
      name: organization.name,
      plan: bidContent.plan,
      team: bidContent.team,
      priceFen: bidContent.priceFen,
      deliveryDate: bidContent.deliveryDate,
    })
    .from(bid)
    .innerJoin(bidContent, eq(bidContent.bidId, bid.id))
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(and(eq(bid.challengeId, challengeId), eq(bid.state, 'opened')))
    .orderBy(asc(bid.code))
  const values = await db
    .select({
      bidId: bidCommitment.bidId,
      position: bidCommitment.position,
      value: bidCommitment.value,
      valueTo: bidCommitment.valueTo,
      note: bidCommitment.note,
    })
    .from(bidCommitment)
    .innerJoin(bid, eq(bid.id, bidCommitment.bidId))
    .where(eq(bid.challengeId, challengeId))
    .orderBy(asc(bidCommitment.position))
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    organization: { id: row.organizationId, name: row.name },
    plan: row.plan,
    team: row.team,
    price_fen: row.priceFen.toString(),
    delivery_date: row.deliveryDate,
    commitments: values
      .filter((value) => value.bidId === row.id)
      .map(({ position, value, valueTo, note }) => ({ position, value, value_to: valueTo, note })),
  }))
}

/** Codes and solvers of bids that were listed at closing and could not be opened. */
export async function unopenedBids(db: Queryable, challengeId: string): Promise<{ code: string; name: string }[]> {
  return db
    .select({ code: bid.code, name: organization.name })
    .from(bid)
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(and(eq(bid.challengeId, challengeId), eq(bid.state, 'opening_failed')))
    .orderBy(asc(bid.code))
}

export interface OwnBidRow {
  code: string
  state: BidState
  version: number
  submitted_at: string | null
  challenge: { number: string; title: string; state: ChallengeState; bid_deadline: string | null }
}

/** An organisation's bids, those of challenges that close last first. */
export async function bidsOfOrganization(db: Queryable, organizationId: string, now: Date): Promise<OwnBidRow[]> {
  const rows = await db
    .select({
      code: bid.code,
      state: bid.state,
      version: bid.version,
      submittedAt: bidEnvelope.submittedAt,
      number: challenge.number,
      title: challenge.title,
      challengeState: challenge.state,
      bidDeadline: challenge.bidDeadline,
    })
    .from(bid)
    .innerJoin(challenge, eq(challenge.id, bid.challengeId))
    .leftJoin(bidEnvelope, and(eq(bidEnvelope.bidId, bid.id), eq(bidEnvelope.version, bid.version)))
    .where(eq(bid.organizationId, organizationId))
    .orderBy(desc(challenge.bidDeadline), asc(bid.code))
    .limit(500)
  return rows.map((row) => ({
    code: row.code,
    state: row.state,
    version: row.version,
    submitted_at: row.submittedAt?.toISOString() ?? null,
    challenge: {
      number: row.number ?? '',
      title: row.title,
      state: effectiveChallengeState(row.challengeState, row.bidDeadline, now),
      bid_deadline: row.bidDeadline?.toISOString() ?? null,
    },
  }))
}

/** What the closing list says of a proof: nothing before the deadline, then whether exactly this version counted. */
export type Inclusion = 'unknown_challenge' | 'not_closed' | 'listed' | 'opened' | 'not_listed'

export async function inclusionOf(db: Queryable, proof: ReceiptProof): Promise<Inclusion> {
  const [found] = await db.select({ id: challenge.id }).from(challenge).where(eq(challenge.number, proof.challenge))
  if (!found) return 'unknown_challenge'
  const [list] = await db
    .select({ entries: closingList.entries })
    .from(closingList)
    .where(eq(closingList.challengeId, found.id))
  if (!list) return 'not_closed'
  const entry = list.entries.find(
    (each) => each.code === proof.bid && each.version === proof.version && each.commitment === proof.commitment,
  )
  if (!entry) return 'not_listed'
  const [row] = await db.select({ state: bid.state }).from(bid).where(eq(bid.id, entry.bid_id))
  return row?.state === 'opened' ? 'opened' : 'listed'
}
