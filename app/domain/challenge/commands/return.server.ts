import { eq } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayReview } from '../access'
import { challengeLifecycle } from '../lifecycle.server'
import { returnInput } from '../schema'

/** A reviewer sends the statement back with what is to be mended. Refusals: not_reviewer, own_case, state. */
export const returnToPoser = lifecycleCommand('challenge.return', {
  event: 'challenge.returned',
  input: returnInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'return',
  allow: mayReview,
  async write({ tx, subject, input }) {
    await tx.update(challenge).set({ returnReason: input.reason }).where(eq(challenge.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
