import { matchFeedback } from '#db/schema'
import { command } from '../../command/command'
import { mayBeNoted } from '../access'
import { recordOpenedInput } from '../schema'
import { challengeToNote, noted } from '../shown-match.server'

/** A member of the poser's organisation followed a match to its listing; only the first time counts. Refusals: not_poser. */
export const recordOpened = command('matching.record_opened', {
  event: 'matching.opened',
  by: 'worker',
  input: recordOpenedInput,
  lock: (tx, input) => challengeToNote(tx, { id: input.challenge_id }),
  allow: mayBeNoted,
  async write({ tx, input, subject: challenge, actor, now }) {
    await tx
      .insert(matchFeedback)
      .values({
        kind: 'opened',
        challengeId: challenge.id,
        listingKind: input.listing_kind,
        listingId: input.listing_id,
        personId: actor.kind === 'person' ? actor.personId : null,
        organizationId: challenge.organizationId,
        recordedAt: now,
      })
      .onConflictDoNothing({ target: noted.target, where: noted.targetWhere })
    return { answer: {}, subject: { type: 'challenge', id: challenge.id } }
  },
})
