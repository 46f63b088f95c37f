import { type SQL, and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { achievement, capability, matchFeedback } from '#db/schema'
import type { ListingTable } from '../achievement/listing.server'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import { notFound } from '../kernel/errors'

export type ListingKind = 'achievement' | 'capability'

export const listingTables = [
  ['achievement', achievement],
  ['capability', capability],
] as const

/** Listings that everybody may read at this moment. */
export const isPublic = (table: ListingTable): SQL =>
  sql`effective_listing_state(${table.state}, ${table.validUntil}, business_now()) in ('listed', 'in_negotiation', 'transferred')`

/** A public listing by its number; null for one that is not public any more, or never was. */
async function listingByNumber(db: Queryable, number: string) {
  for (const [kind, table] of listingTables) {
    const [found] = await db
      .select({ id: table.id, title: table.title })
      .from(table)
      .where(and(eq(table.number, number), isPublic(table)))
    if (found) return { kind, ...found }
  }
  return null
}

/** A challenge by its id or number. @throws not_found */
export async function challengeToNote(
  db: Queryable,
  where: { id: string } | { number: string },
): Promise<ChallengeSubject> {
  const challenge = await readChallenge(db, where)
  if (!challenge) throw notFound()
  return challenge
}

/** A challenge and a listing by their numbers, and whether the one was shown among the matches of the other. @throws not_found */
export async function shownMatch(db: Queryable, input: { challenge: string; listing: string }) {
  const challenge = await challengeToNote(db, { number: input.challenge })
  const listing = await listingByNumber(db, input.listing)
  const [shown] = listing
    ? await db
        .select({ rank: matchFeedback.rank, features: matchFeedback.features })
        .from(matchFeedback)
        .where(shownRow(challenge.id, listing.id))
    : []
  return {
    challenge,
    listing,
    shown: shown !== undefined,
    rank: shown?.rank ?? null,
    features: shown?.features ?? null,
  }
}

const shownRow = (challengeId: string, listingId: string) =>
  and(
    eq(matchFeedback.challengeId, challengeId),
    eq(matchFeedback.listingId, listingId),
    eq(matchFeedback.kind, 'shown'),
  )

/** Where `match_feedback_once` says that something was noted before. */
export const noted = {
  target: [matchFeedback.challengeId, matchFeedback.listingId, matchFeedback.kind],
  targetWhere: sql`${matchFeedback.challengeId} is not null`,
}
