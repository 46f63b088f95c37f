import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { matchAlert } from '#db/schema'
import type { SearchDocument } from '#search/document'
import { command } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { notFound } from '../../kernel/errors'
import { matchReasons } from '../../notification/kinds'
import { type News, notify } from '../../notification/notify.server'
import { type MatchAlertInput, recordMatchAlertsInput } from '../schema'
import { searchDocumentOf } from '../sources.server'
import { actingFor, withRoomToday } from '../told-today.server'

type Found = MatchAlertInput['matches'][number] & { document: SearchDocument }

/**
 * Keeps matches that nobody looked for, and tells the side that did not cause them: the poser of each listing, a lister of the
 * challenge once with the best of its listings. Only what search may know is read, at this moment: what was withdrawn meanwhile,
 * has ended or was never public is not told, and what is told names neither side. Repeated, it keeps and tells nothing.
 * Refusals: not_found where the challenge is no longer open.
 */
export const recordMatchAlerts = command('matching.record_match_alerts', {
  event: 'matching.match_alerts_recorded',
  by: 'worker',
  input: recordMatchAlertsInput,
  lock: (tx, input) => searchDocumentOf(tx, 'challenge', input.challenge_id),
  allow: onlyWorker,
  async write({ tx, input, subject: challenge, now }) {
    if (!challenge) throw notFound()
    const told: string[] = []
    for (const found of await publicOnes(tx, input.matches)) {
      const organizationId = (input.kind === 'for_poser' ? challenge : found.document).organizationId!
      const { listing_kind: listingKind, listing_id: listingId, rank, met, targets } = found
      const tells = input.kind === 'for_poser' || !told.includes(organizationId)
      const row = { kind: input.kind, challengeId: input.challenge_id, listingKind, listingId, organizationId }
      const [kept] = await tx
        .insert(matchAlert)
        .values({ ...row, rank, met, targets, foundAt: now })
        .onConflictDoNothing()
        .returning({ id: matchAlert.id })
      if (!kept || !tells) continue
      const news = { ...wordsOf(input.kind, input.challenge_id, challenge, found), recordedAt: now }
      if (await tellOrganization(tx, organizationId, news)) {
        await tx.update(matchAlert).set({ toldAt: now }).where(eq(matchAlert.id, kept.id))
        told.push(organizationId)
      }
    }
    return { answer: { told: told.length }, subject: { type: 'challenge', id: input.challenge_id } }
  },
})

/** Those of the listings that everybody may read at this moment, in their order. */
async function publicOnes(tx: Tx, matches: MatchAlertInput['matches']): Promise<Found[]> {
  const found: Found[] = []
  for (const each of matches) {
    const document = await searchDocumentOf(tx, each.listing_kind, each.listing_id)
    if (document) found.push({ ...each, document })
  }
  return found
}

/** Titles, numbers and words of public pages, and no names: a poser may want to be named after contact only. */
function wordsOf(
  kind: MatchAlertInput['kind'],
  challengeId: string,
  challenge: SearchDocument,
  { document: listing, listing_kind, listing_id, met, targets, words }: Found,
): Omit<News, 'to' | 'recordedAt'> {
  const figures = { met: String(met), targets: String(targets), words: words.join('、') }
  if (kind === 'for_poser') {
    return {
      kind: 'match_found',
      subject: { type: 'challenge', id: challengeId, number: challenge.number },
      params: {
        ...{ title: challenge.title, match: listing.title, number: listing.number ?? '' },
        ...{ ...figures, reason: matchReasons.new_listing },
      },
      path: `/challenges/${challenge.number}/matches`,
      onceKey: `match:${challengeId}:${listing_id}`,
    }
  }
  const folder = { achievement: 'achievements', capability: 'capabilities' }[listing_kind]
  return {
    kind: 'match_found',
    subject: { type: listing_kind, id: listing_id, number: listing.number },
    params: {
      ...{ title: listing.title, match: challenge.title, number: challenge.number ?? '' },
      ...{ ...figures, reason: matchReasons.new_challenge },
    },
    path: `/workspace/${folder}/${listing_id}/matches`,
    onceKey: `match:${challengeId}:${listing.organizationId}`,
  }
}

/** Tells those who act for it and may still be told something today; answers whether there was anybody. */
async function tellOrganization(tx: Tx, organizationId: string, news: Omit<News, 'to'>): Promise<boolean> {
  const people = await withRoomToday(tx, await actingFor(tx, organizationId), news.recordedAt)
  for (const personId of people) await notify(tx, { ...news, to: { organizationId, personId } })
  return people.size > 0
}
