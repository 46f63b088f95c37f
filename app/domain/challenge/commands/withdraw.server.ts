import { eq } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { mayActAsPoser } from '../access'
import { challengeLifecycle } from '../lifecycle.server'
import { withdrawInput } from '../schema'

/**
 * The poser takes the challenge back, until bidding closes. Once it was published the reason is public and must be given.
 * Refusals: not_poser, viewer, state (closed and later).
 */
export const withdraw = lifecycleCommand('challenge.withdraw', {
  event: 'challenge.withdrawn',
  input: withdrawInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'withdraw',
  allow: mayActAsPoser,
  async write({ tx, subject, input }) {
    if (subject.publishedAt && input.reason === '') {
      throw invalid([{ path: ['reason'], message: 'challenge.issue.withdraw_reason' }])
    }
    await tx
      .update(challenge)
      .set({ endedReason: input.reason || null })
      .where(eq(challenge.id, subject.id))
    return { answer: { id: subject.id, number: subject.number } }
  },
})
