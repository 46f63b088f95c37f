import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { score } from '#db/schema'
import type { FieldIssue } from '../kernel/errors'
import type { JudgeSubject } from './lifecycle.server'

interface Line {
  bid_id: string
  criterion: number
}

const lineKey = (line: Line) => `${line.bid_id} ${line.criterion}`

/** Lines that no opened bid or criterion asks for, or that come twice. */
export function strayLines(judge: JudgeSubject, lines: readonly Line[]): FieldIssue[] {
  const wanted = new Set(wantedLines(judge).map(lineKey))
  return lines.flatMap((line, index) =>
    wanted.delete(lineKey(line))
      ? []
      : [{ path: ['scores', index, 'value'], message: 'evaluation.issue.score_not_asked' }],
  )
}

/** Every opened bid by every criterion: what a scorecard must hold. */
export const wantedLines = (judge: JudgeSubject): Line[] =>
  judge.bidIds.flatMap((bid_id) => judge.challenge.criteria.map(({ position }) => ({ bid_id, criterion: position })))

export const missingLines = (judge: JudgeSubject, lines: readonly Line[]): number => {
  const given = new Set(lines.map(lineKey))
  return wantedLines(judge).filter((line) => !given.has(lineKey(line))).length
}

/** Puts these lines in place of the judge's former ones. */
export async function replaceScores(
  tx: Tx,
  judgeId: string,
  lines: readonly (Line & { value: number; reason: string })[],
): Promise<void> {
  await tx.delete(score).where(eq(score.judgeId, judgeId))
  if (lines.length === 0) return
  await tx.insert(score).values(
    lines.map((line) => ({
      judgeId,
      bidId: line.bid_id,
      criterion: line.criterion,
      value: line.value,
      reason: line.reason,
    })),
  )
}
