import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '#db/client'
import { type MatchAlertKind, matchAlert, matchFeedback } from '#db/schema'
import type { SearchDocument } from '#search/document'
import { satisfaction } from '#search/matching/satisfaction'
import type { Search } from '~/services/search/search.server'
import { readSetting } from '../settings/queries.server'
import { answeredWithin } from './deadline'
import { findFor } from './match.server'
import { type AlertRule, worthTelling } from './rules'
import type { ListingKind } from './shown-match.server'

/** A match that is worth telling, as `matching.record_match_alerts` takes it. */
export interface StandingMatch {
  listing_kind: ListingKind
  listing_id: string
  rank: number
  met: number
  targets: number
  /** The words of both texts that weigh most. */
  words: string[]
}

const wordsTold = 3

/** Open challenges that are asked about one listing: those whose text is nearest to it. Each costs one match. */
const mostAsked = 30
/** An engine that takes longer is tried again later. */
const answersWithinMs = 20_000

export async function alertRule(db: Queryable): Promise<AlertRule> {
  return {
    first: await readSetting(db, 'matching.alert_first', z.number().int().min(1).max(50)),
    leastShare: await readSetting(db, 'matching.alert_least_share', z.number().min(0).max(1)),
    leastMet: await readSetting(db, 'matching.alert_least_met', z.number().int().min(0).max(20)),
  }
}

/**
 * The listings of others that fit a challenge well enough to tell, best first, as its own match page would rank them now.
 * @throws SearchUnavailable, unavailable
 */
export async function listingsFor(
  search: Search,
  challenge: SearchDocument,
  now: Date,
  rule: AlertRule,
): Promise<StandingMatch[]> {
  const { found } = await answeredWithin(answersWithinMs, findFor(search, challenge, now, rule.first))
  const best = found[0]?.match.score ?? 0
  return found.flatMap(({ match: { document, score, verdicts, words } }, at) => {
    const met = verdicts.filter(({ verdict }) => verdict === 'met').length
    const { mustMissed } = satisfaction(challenge.targets, verdicts)
    if (!worthTelling({ rank: at + 1, score, best, mustMissed, met }, rule)) return []
    const { kind, id } = document
    return [
      {
        ...{ listing_kind: kind as ListingKind, listing_id: id.slice(kind.length + 1) },
        ...{ rank: at + 1, met, targets: challenge.targets.length },
        words: words.slice(0, wordsTold).map(({ word }) => word),
      },
    ]
  })
}

/**
 * Open challenges of others for which a listing may be among the good matches: of those whose text is near, the ones of which it
 * misses no must target. Whether it really is, each challenge's own ranking says ({@link listingsFor}).
 */
export async function challengesNear(
  search: Search,
  listing: SearchDocument,
  now: Date,
  rule: AlertRule,
): Promise<SearchDocument[]> {
  const { found } = await answeredWithin(answersWithinMs, findFor(search, listing, now, mostAsked))
  return found.flatMap(({ match: { document, verdicts } }) => {
    const met = verdicts.filter(({ verdict }) => verdict === 'met').length
    return met >= rule.leastMet && satisfaction(document.targets, verdicts).mustMissed === 0 ? [document] : []
  })
}

/**
 * Those that nobody on this side knows of yet. A poser is not told of what it was told of, of what stood there when the challenge
 * was published, of what it has let be, nor of what it was shown and missed no must target even then.
 */
export async function notYetTold(
  db: Queryable,
  challengeId: string,
  kind: MatchAlertKind,
  matches: readonly StandingMatch[],
): Promise<StandingMatch[]> {
  if (matches.length === 0) return []
  const ids = matches.map(({ listing_id }) => listing_id)
  const told = await db
    .select({ id: matchAlert.listingId })
    .from(matchAlert)
    .where(
      and(
        eq(matchAlert.challengeId, challengeId),
        inArray(matchAlert.listingId, ids),
        kind === 'for_lister' ? eq(matchAlert.kind, kind) : undefined,
      ),
    )
  const seen =
    kind === 'for_lister'
      ? []
      : await db
          .select({ id: matchFeedback.listingId })
          .from(matchFeedback)
          .where(
            and(
              eq(matchFeedback.challengeId, challengeId),
              inArray(matchFeedback.listingId, ids),
              or(
                ne(matchFeedback.kind, 'shown'),
                sql`coalesce((${matchFeedback.features}->>'must_missed')::numeric, 0) = 0`,
              ),
            ),
          )
  const known = new Set([...told, ...seen].map(({ id }) => id))
  return matches.filter(({ listing_id }) => !known.has(listing_id))
}
