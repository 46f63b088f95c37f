import { and, countDistinct, eq, isNotNull } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { challenge, matchFeedback } from '#db/schema'
import { type ListingResponse, responseFor } from './rules'

/** What posers made of a listing, in figures that name nobody. For its own organisation; the caller has seen to that. */
export async function responseTo(db: Queryable, listingId: string): Promise<ListingResponse> {
  const posers = countDistinct(challenge.organizationId)
  const noted = and(eq(matchFeedback.listingId, listingId), isNotNull(matchFeedback.challengeId))
  const byKind = await db
    .select({ kind: matchFeedback.kind, posers })
    .from(matchFeedback)
    .innerJoin(challenge, eq(challenge.id, matchFeedback.challengeId))
    .where(noted)
    .groupBy(matchFeedback.kind)
  const byReason = await db
    .select({ reason: matchFeedback.reason, posers })
    .from(matchFeedback)
    .innerJoin(challenge, eq(challenge.id, matchFeedback.challengeId))
    .where(and(noted, eq(matchFeedback.kind, 'not_fit')))
    .groupBy(matchFeedback.reason)
  const of = (kind: string) => byKind.find((row) => row.kind === kind)?.posers ?? 0
  return responseFor({
    shown: of('shown'),
    opened: of('opened'),
    not_fit: of('not_fit'),
    reasons: Object.fromEntries(byReason.map((row) => [row.reason, row.posers])),
  })
}
