import { eq } from 'drizzle-orm'
import { judge, score } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayEvaluate } from '../access'
import { judgeLifecycle } from '../lifecycle.server'
import { declineInput } from '../schema'

/** The judge does not take part, or stops before submitting; what was scored so far is dropped. Refusals: not_judging, state. */
export const decline = lifecycleCommand('evaluation.decline', {
  event: 'evaluation.declined',
  input: declineInput,
  of: judgeLifecycle,
  id: (input) => input.id,
  transition: 'decline',
  allow: mayEvaluate,
  async write({ tx, subject, input }) {
    await tx.delete(score).where(eq(score.judgeId, subject.id))
    await tx.update(judge).set({ declineReason: input.reason }).where(eq(judge.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
