import { and, eq } from 'drizzle-orm'
import { matchFeedback } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { mayJudgeMatch } from '../access'
import { undoNotFitInput } from '../schema'
import { shownMatch } from '../shown-match.server'

/** The poser takes it back: the match stands in its place again, and no figure keeps it. Refusals: not_poser, viewer, not_shown. */
export const undoNotFit = command('matching.undo_not_fit', {
  event: 'matching.not_fit_undone',
  input: undoNotFitInput,
  lock: shownMatch,
  allow: mayJudgeMatch,
  async write({ tx, input, subject: { challenge, listing } }) {
    const [undone] = await tx
      .delete(matchFeedback)
      .where(
        and(
          eq(matchFeedback.challengeId, challenge.id),
          eq(matchFeedback.listingId, listing!.id),
          eq(matchFeedback.kind, 'not_fit'),
        ),
      )
      .returning({ reason: matchFeedback.reason })
    if (!undone) throw notFound()
    return {
      answer: { challenge: input.challenge },
      subject: { type: 'challenge', id: challenge.id },
      before: { listing: input.listing, reason: undone.reason },
    }
  },
})
