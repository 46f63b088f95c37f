import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { mayEvaluate } from '../access'
import { judgeLifecycle } from '../lifecycle.server'
import { replaceScores, strayLines } from '../scorecard.server'
import { saveScoresInput } from '../schema'

/** Keeps a scorecard as far as it has come; nobody else sees it. Refusals: state; issue score_missing where a reason has no figure. */
export const saveScores = lifecycleCommand('evaluation.save_scores', {
  event: 'evaluation.scores_saved',
  input: saveScoresInput,
  of: judgeLifecycle,
  id: (input) => input.id,
  states: ['accepted'],
  allow: mayEvaluate,
  async write({ tx, subject, input }) {
    const issues = strayLines(subject, input.scores)
    const lines = input.scores.flatMap(({ value, ...line }, index) => {
      if (value !== undefined) return [{ ...line, value }]
      if (line.reason !== '') {
        issues.push({ path: ['scores', index, 'value'], message: 'evaluation.issue.score_missing' })
      }
      return []
    })
    if (issues.length > 0) throw invalid(issues)
    await replaceScores(tx, subject.id, lines)
    return { answer: { id: subject.id, saved: lines.length } }
  },
})
