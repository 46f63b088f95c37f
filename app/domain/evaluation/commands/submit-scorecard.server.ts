import { eq } from 'drizzle-orm'
import { judge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { issueMessage } from '../../kernel/issues'
import { mayEvaluate } from '../access'
import { judgeLifecycle } from '../lifecycle.server'
import { missingLines, replaceScores, strayLines } from '../scorecard.server'
import { submitScorecardInput } from '../schema'

/**
 * Hands in a complete scorecard: a figure and a reason for each opened bid by each criterion. It is final; from now on the judge
 * sees the others'. Refusals: not_judging, state; issues where a line is missing or not asked for.
 */
export const submitScorecard = lifecycleCommand('evaluation.submit_scorecard', {
  event: 'evaluation.scorecard_submitted',
  input: submitScorecardInput,
  of: judgeLifecycle,
  id: (input) => input.id,
  transition: 'submit_scorecard',
  allow: mayEvaluate,
  async write({ tx, subject, input, now }) {
    const issues = strayLines(subject, input.scores)
    const missing = missingLines(subject, input.scores)
    if (missing > 0) {
      issues.push({ path: ['scores'], message: issueMessage('evaluation.issue.incomplete', { missing }) })
    }
    if (issues.length > 0) throw invalid(issues)
    await replaceScores(tx, subject.id, input.scores)
    await tx.update(judge).set({ submittedAt: now }).where(eq(judge.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
