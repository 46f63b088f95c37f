import type { ChallengeTarget } from '../challenge/rules'
import type { FieldIssue } from '../kernel/errors'
import { issueMessage } from '../kernel/issues'
import type { BidContent } from './schema'

type Commitments = BidContent['commitments']

/**
 * What is missing or too much: each target of the challenge is answered exactly once, with a value or expressly none; a range by
 * two values in order, the others by one.
 */
export function commitmentIssues(targets: readonly ChallengeTarget[], commitments: Commitments): FieldIssue[] {
  const issues: FieldIssue[] = []
  const say = (index: number, field: string, message: string) =>
    issues.push({ path: ['content', 'commitments', index, field], message })
  const seen = new Set<number>()
  for (const [index, said] of commitments.entries()) {
    const target = targets.find((each) => each.position === said.position)
    if (!target || seen.has(said.position)) {
      say(index, 'position', 'bid.issue.commitment_unknown')
      continue
    }
    seen.add(said.position)
    const range = target.comparator === 'between' && said.value !== null
    if (range && said.value_to === null) say(index, 'value_to', 'bid.issue.range_missing')
    else if (range && said.value_to! < said.value!) say(index, 'value_to', 'bid.issue.range_order')
    else if (!range && said.value_to !== null) say(index, 'value_to', 'bid.issue.range_not_asked')
  }
  for (const target of targets.filter((each) => !seen.has(each.position))) {
    issues.push({
      path: ['content', 'commitments'],
      message: issueMessage('bid.issue.commitment_missing_for', { name: target.name }),
    })
  }
  return issues
}
