import { eq } from 'drizzle-orm'
import { judge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { DomainError } from '../../kernel/errors'
import { mayEvaluate } from '../access'
import { findConflict, judgeLifecycle } from '../lifecycle.server'
import { acceptInput } from '../schema'

/**
 * The judge declares to have no conflict of interest and takes part; what the data shows is asked again, for somebody may have
 * joined an organisation since the invitation. Refusals: member_of_poser, member_of_bidder, related_party, not_judging, state.
 */
export const accept = lifecycleCommand('evaluation.accept', {
  event: 'evaluation.accepted',
  input: acceptInput,
  of: judgeLifecycle,
  id: (input) => input.id,
  transition: 'accept',
  allow: mayEvaluate,
  async write({ tx, subject, now }) {
    const conflict = await findConflict(tx, subject.challenge, subject.personId)
    if (conflict) {
      throw new DomainError('not_allowed', conflict.reason, { params: { organization: conflict.organization } })
    }
    await tx.update(judge).set({ declaredAt: now }).where(eq(judge.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
