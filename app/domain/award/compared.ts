import { decide } from '#search/quantity/compare'
import type { Verdict } from '#search/quantity'
import type { ChallengeTarget } from '../challenge/rules'

/** A committed value held against what is required. */
export interface ComparedCommitment {
  /** In the target's unit; null: expressly none. */
  value: number | [number, number] | null
  verdict: Verdict
  /** Signed share by which it is better (+) or worse (−); null where a share says nothing. */
  difference: number | null
  /** For a range that does not cover the required one: by how much it falls short, in the target's unit. */
  gap: number | null
  best: boolean
  note: string
}

type Said = { value: number | null; value_to: number | null; note: string } | undefined

/** One target's row of the comparison: each bid's commitment, and which is best. Nothing is marked where all are alike. */
export function comparedRow(target: ChallengeTarget, said: readonly Said[]): ComparedCommitment[] {
  const decided = said.map((each) => {
    const value =
      each?.value == null
        ? null
        : each.value_to === null
          ? each.value
          : ([each.value, each.value_to] as [number, number])
    return {
      value,
      note: each?.note ?? '',
      ...(value === null ? { verdict: 'unknown' as const, difference: null } : decide(target, value)),
    }
  })
  const known = decided.flatMap((each) => (each.difference === null ? [] : [each.difference]))
  const top = Math.max(...known)
  const alike = known.length === said.length && known.every((each) => each === top)
  return decided.map(({ value, verdict, difference, note }) => ({
    value,
    verdict,
    difference: target.comparator === 'between' || target.value === 0 ? null : difference,
    gap: target.comparator === 'between' && verdict === 'missed' ? shortfall(target, value) : null,
    best: difference !== null && difference === top && !alike,
    note,
  }))
}

function shortfall(target: ChallengeTarget, value: number | [number, number] | null): number | null {
  if (value === null || target.valueTo === null) return null
  const [low, high] = typeof value === 'number' ? [value, value] : value
  return Number(Math.max(low - target.value, target.valueTo - high).toPrecision(12))
}

/** Which of several values are best, by an order where smaller is better; nothing where all are alike. */
export function bestOf<T>(values: readonly T[], better: (one: T, other: T) => boolean): boolean[] {
  const best = values.map((each) => values.every((other) => !better(other, each)))
  return best.every(Boolean) ? values.map(() => false) : best
}
