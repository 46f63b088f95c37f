import { and, eq, isNotNull } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { matchAlert, matchFeedback } from '#db/schema'

/** What a side has been told of by itself. */
export interface AlertState {
  told: number
  last_told_at: string | null
}

const stateOf = (rows: readonly { toldAt: Date | null }[]): AlertState => {
  const told = rows.flatMap(({ toldAt }) => (toldAt ? [toldAt.getTime()] : []))
  return { told: told.length, last_told_at: told.length === 0 ? null : new Date(Math.max(...told)).toISOString() }
}

/** What a lister was told about one of its listings. */
export async function alertsOfListing(db: Queryable, listingId: string): Promise<AlertState> {
  return stateOf(
    await db
      .select({ toldAt: matchAlert.toldAt })
      .from(matchAlert)
      .where(and(eq(matchAlert.listingId, listingId), eq(matchAlert.kind, 'for_lister'), isNotNull(matchAlert.toldAt))),
  )
}

/** What a poser was told about a challenge, and which matches came since somebody of it looked last. */
export interface ChallengeAlerts extends AlertState {
  /** By the listing's number: those that were never shown although others were, with the moment when they were told, if they were. */
  added: Record<string, { at: string | null }>
}

/** `listings`: what the page is about to show, before that is noted. */
export async function alertsOfChallenge(
  db: Queryable,
  challengeId: string,
  listings: readonly { id: string; number: string }[],
): Promise<ChallengeAlerts> {
  const alerts = await db
    .select({ id: matchAlert.listingId, foundAt: matchAlert.foundAt, toldAt: matchAlert.toldAt })
    .from(matchAlert)
    .where(and(eq(matchAlert.challengeId, challengeId), eq(matchAlert.kind, 'for_poser')))
  const noted = await db
    .select({ id: matchFeedback.listingId })
    .from(matchFeedback)
    .where(and(eq(matchFeedback.challengeId, challengeId), eq(matchFeedback.kind, 'shown')))
  const seen = new Set(noted.map(({ id }) => id))
  const foundAt = new Map(alerts.map((each) => [each.id, each.foundAt.toISOString()]))
  // On the first look everything would be new, which says nothing.
  const added = seen.size === 0 ? [] : listings.filter(({ id }) => !seen.has(id))
  return {
    ...stateOf(alerts),
    added: Object.fromEntries(added.map(({ id, number }) => [number, { at: foundAt.get(id) ?? null }])),
  }
}
