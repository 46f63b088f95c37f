import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type RefusalReason, type ShownFeatures, matchFeedback, organization } from '#db/schema'
import type { SearchDocument } from '#search/document'
import type { Match } from '#search/matching'
import { satisfaction, satisfactionFactor } from '#search/matching/satisfaction'
import { satisfactionWeights } from '#search/matching/weights'
import type { Search } from '~/services/search/search.server'
import { type MatchAnswer, findFor } from './match.server'
import { type ListingKind, isPublic, listingTables } from './shown-match.server'

/** One listing on a challenge's match page, as `matching.record_shown` takes it. */
export interface Shown {
  listing_kind: ListingKind
  listing_id: string
  rank: number
  features: ShownFeatures
}

/** A match that the poser has let be. */
export interface NotFitView {
  kind: ListingKind
  number: string
  title: string
  organization: string
  reason: RefusalReason
  note: string
}

/** What the poser of a challenge sees of its matches: those that stand, and what there is to note about having shown them. */
export async function matchesForPoser(
  search: Search,
  document: SearchDocument,
  notFit: readonly NotFitView[],
  now: Date,
  limit = 20,
): Promise<{ answer: MatchAnswer; shown: Shown[] }> {
  const refused = new Set(notFit.map((each) => each.number))
  const { targets, found } = await findFor(search, document, now, Math.min(100, limit + refused.size))
  const standing = found.filter(({ view }) => !refused.has(view.number)).slice(0, limit)
  return {
    answer: { targets, matches: standing.map(({ view }) => view) },
    shown: standing.map(({ match }, index) => shownAs(match, document, index + 1)),
  }
}

function shownAs(match: Match, challenge: SearchDocument, rank: number): Shown {
  const satisfied = satisfaction(challenge.targets, match.verdicts)
  const { kind, id } = match.document
  return {
    listing_kind: kind as ListingKind,
    listing_id: id.slice(kind.length + 1),
    rank,
    features: {
      score: match.score,
      score_without_figures: match.score / satisfactionFactor(satisfied, satisfactionWeights),
      must_missed: satisfied.mustMissed,
      must_unknown: satisfied.mustUnknown,
      any_must_missed: satisfied.anyMustMissed,
      wish_missed: satisfied.wishMissed,
      wish_unknown: satisfied.wishUnknown,
      same_field: match.reasons.some((reason) => reason.code === 'same_field'),
    },
  }
}

/** Those of a list that were not noted yet, or stood elsewhere: a page that is looked at again writes nothing. */
export async function notNotedYet(db: Queryable, challengeId: string, shown: readonly Shown[]): Promise<Shown[]> {
  if (shown.length === 0) return []
  const known = await db
    .select({ id: matchFeedback.listingId, rank: matchFeedback.rank })
    .from(matchFeedback)
    .where(and(eq(matchFeedback.challengeId, challengeId), eq(matchFeedback.kind, 'shown')))
  const ranks = new Map(known.map(({ id, rank }) => [id, rank]))
  return shown.filter((each) => ranks.get(each.listing_id) !== each.rank)
}

/** What a poser has let be among the matches of a challenge, in the order of saying so. Listings that are no longer public are left out. */
export async function notFitOf(db: Queryable, challengeId: string): Promise<NotFitView[]> {
  const rows = await Promise.all(
    listingTables.map(([kind, table]) =>
      db
        .select({
          kind: sql<ListingKind>`${kind}::text`,
          number: sql<string>`${table.number}`,
          title: table.title,
          organization: organization.name,
          reason: sql<RefusalReason>`${matchFeedback.reason}`,
          note: matchFeedback.note,
          at: matchFeedback.recordedAt,
        })
        .from(matchFeedback)
        .innerJoin(table, and(eq(matchFeedback.listingKind, kind), eq(table.id, matchFeedback.listingId)))
        .innerJoin(organization, eq(organization.id, table.organizationId))
        .where(and(eq(matchFeedback.challengeId, challengeId), eq(matchFeedback.kind, 'not_fit'), isPublic(table)))
        .limit(200),
    ),
  )
  return rows
    .flat()
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at: _at, ...row }) => row)
}
