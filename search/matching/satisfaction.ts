import type { Target } from '../document'
import type { TargetVerdict } from '../quantity/index'
import type { SatisfactionWeights } from './weights'

/** What the verdicts of one listing come to. */
export interface Satisfaction {
  /** Shares of the must targets, 0 to 1; 0 where there are none. */
  mustMissed: number
  mustUnknown: number
  wishMissed: boolean
  wishUnknown: boolean
}

export function satisfaction(
  targets: readonly Pick<Target, 'must'>[],
  verdicts: readonly Pick<TargetVerdict, 'verdict'>[],
): Satisfaction {
  const given = (must: boolean) => verdicts.filter((_, at) => targets[at]?.must === must).map(({ verdict }) => verdict)
  const must = given(true)
  const wish = given(false)
  const share = (verdict: string) => must.filter((each) => each === verdict).length / Math.max(1, must.length)
  return {
    mustMissed: share('missed'),
    mustUnknown: share('unknown'),
    wishMissed: wish.includes('missed'),
    wishUnknown: wish.includes('unknown'),
  }
}

/** 1 when everything is met, less otherwise, never 0. */
export function satisfactionFactor(
  { mustMissed, mustUnknown, wishMissed, wishUnknown }: Satisfaction,
  weights: SatisfactionWeights,
): number {
  return (
    (mustMissed > 0 ? weights.mustMissed * weights.mustMissedShare ** mustMissed : 1) *
    weights.mustUnknownShare ** mustUnknown *
    (wishMissed ? weights.wishMissed : 1) *
    (wishUnknown ? weights.wishUnknown : 1)
  )
}
