import { matchFeedback } from '#db/schema'
import { command } from '../../command/command'
import { mayJudgeMatch } from '../access'
import { markNotFitInput } from '../schema'
import { noted, shownMatch } from '../shown-match.server'

/**
 * The poser lets a match be, with a coded reason: the code becomes a figure of the lister, the note stays with the poser. Said again,
 * the newer reason holds. Refusals: not_poser, viewer, not_shown.
 */
export const markNotFit = command('matching.mark_not_fit', {
  event: 'matching.found_not_fit',
  input: markNotFitInput,
  lock: shownMatch,
  allow: mayJudgeMatch,
  async write({ tx, input, subject: { challenge, listing, rank, features }, actor, now }) {
    const said = {
      personId: actor.kind === 'person' ? actor.personId : null,
      reason: input.reason,
      note: input.note,
      rank,
      features,
      recordedAt: now,
    }
    await tx
      .insert(matchFeedback)
      .values({
        kind: 'not_fit',
        challengeId: challenge.id,
        listingKind: listing!.kind,
        listingId: listing!.id,
        organizationId: challenge.organizationId,
        ...said,
      })
      .onConflictDoUpdate({ ...noted, set: said })
    return { answer: { challenge: input.challenge }, subject: { type: 'challenge', id: challenge.id } }
  },
})
