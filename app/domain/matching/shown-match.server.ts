import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { achievement, capability, matchFeedback } from '#db/schema'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import { notFound } from '../kernel/errors'

export type ListingKind = 'achievement' | 'capability'

/** A listing by its public number. Says nothing of whether it may be seen. */
export async function listingByNumber(
  db: Queryable,
  number: string,
): Promise<{ kind: ListingKind; id: string } | null> {
  for (const [kind, table] of [
    ['achievement', achievement],
    ['capability', capability],
  ] as const) {
    const [found] = await db.select({ id: table.id }).from(table).where(eq(table.number, number))
    if (found) return { kind, id: found.id }
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
