import { eq } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { maySubmit } from '../access'
import { challengeLifecycle } from '../lifecycle.server'
import { challengeIdInput } from '../schema'

/**
 * The poser hands the statement to the reviewers, for the first time or after it came back.
 * Refusals: not_poser, poser_not_verified, no_targets, weights, no_budget, no_deadline, deadline_past, delivery_too_early.
 */
export const submit = lifecycleCommand('challenge.submit', {
  event: 'challenge.submitted',
  input: challengeIdInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'submit',
  allow: maySubmit,
  async write({ tx, subject, now }) {
    await tx.update(challenge).set({ submittedAt: now, returnReason: null }).where(eq(challenge.id, subject.id))
    return { answer: { id: subject.id, submitted_at: now } }
  },
})
