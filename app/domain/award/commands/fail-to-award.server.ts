import { challengeLifecycle } from '../../challenge/lifecycle.server'
import { noteMoments } from '../../challenge/moments.server'
import { lifecycleCommand } from '../../command/command'
import { mayFail } from '../access'
import { failInput } from '../schema'

/**
 * Ends a challenge without award: by the poser while judging, with words that are published; by the worker when fewer bids came
 * than it needs. Refusals: not_poser, viewer, bids_not_opened, state.
 */
export const failToAward = lifecycleCommand('challenge.fail_to_award', {
  event: 'challenge.failed_to_award',
  input: failInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'fail_to_award',
  allow: mayFail,
  async write({ tx, subject: challenge, input }) {
    await noteMoments(tx, challenge.id, { endedReason: input.reason })
    return { answer: { number: challenge.number! } }
  },
})
