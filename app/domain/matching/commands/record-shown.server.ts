import { sql } from 'drizzle-orm'
import { matchFeedback } from '#db/schema'
import { command } from '../../command/command'
import { mayBeNoted } from '../access'
import { recordShownInput } from '../schema'
import { challengeToNote, noted } from '../shown-match.server'

/**
 * Which listings a member of the poser's organisation was shown, and where. The page fires it in the name of the one who looked;
 * it cannot be called from outside, where ranks and scores could be made up. Refusals: not_poser.
 */
export const recordShown = command('matching.record_shown', {
  event: 'matching.shown',
  by: 'worker',
  input: recordShownInput,
  lock: (tx, input) => challengeToNote(tx, { id: input.challenge_id }),
  allow: mayBeNoted,
  async write({ tx, input, subject: challenge, actor, now }) {
    const person = actor.kind === 'person' ? actor : null
    await tx
      .insert(matchFeedback)
      .values(
        input.listings.map(({ listing_kind, listing_id, rank, features }) => ({
          kind: 'shown' as const,
          challengeId: challenge.id,
          listingKind: listing_kind,
          listingId: listing_id,
          personId: person?.personId ?? null,
          organizationId: challenge.organizationId,
          rank,
          features,
          recordedAt: now,
        })),
      )
      .onConflictDoUpdate({
        ...noted,
        // The first who saw it and when stay; where it stands is what holds now.
        set: { rank: sql`excluded.rank`, features: sql`excluded.features` },
      })
    return { answer: { shown: input.listings.length }, subject: { type: 'challenge', id: challenge.id } }
  },
})
