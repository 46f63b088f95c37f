import type { Target } from '../document'
import type { TargetVerdict } from '../quantity/index'
import type { SatisfactionWeights } from './weights'

/** What the verdicts of one listing come to, 0 to 1 each; an unknown counts for what its figures lean to. */
export interface Satisfaction {
  /** Expected shares of the must targets; 0 where there are none. */
  mustMissed: number
  mustUnknown: number
  /** How likely at least one is missed: a must target, a wish; or not spoken of: a wish. */
  anyMustMissed: number
  wishMissed: number
  wishUnknown: number
}

type Judged = Pick<TargetVerdict, 'verdict' | 'leaning'>

const likely = ({ verdict, leaning }: Judged, of: 'missed' | 'unknown'): number => {
  if (verdict !== 'unknown' || !leaning) return verdict === of ? 1 : 0
  return of === 'missed' ? leaning.missed : 1 - leaning.missed - leaning.met
}

export function satisfaction(targets: readonly Pick<Target, 'must'>[], verdicts: readonly Judged[]): Satisfaction {
  const given = (must: boolean) => verdicts.filter((_, at) => targets[at]?.must === must)
  const must = given(true)
  const wish = given(false)
  const share = (of: 'missed' | 'unknown') =>
    must.reduce((sum, each) => sum + likely(each, of), 0) / Math.max(1, must.length)
  const any = (all: readonly Judged[], of: 'missed' | 'unknown') =>
    1 - all.reduce((none, each) => none * (1 - likely(each, of)), 1)
  return {
    mustMissed: share('missed'),
    mustUnknown: share('unknown'),
    anyMustMissed: any(must, 'missed'),
    wishMissed: any(wish, 'missed'),
    wishUnknown: any(wish, 'unknown'),
  }
}

/** 1 when everything is met, less otherwise, never 0. */
export function satisfactionFactor(
  { mustMissed, mustUnknown, anyMustMissed, wishMissed, wishUnknown }: Satisfaction,
  weights: SatisfactionWeights,
): number {
  const lost = (likelihood: number, weight: number) => 1 - likelihood * (1 - weight)
  return (
    lost(anyMustMissed, weights.mustMissed * weights.mustMissedShare ** mustMissed) *
    weights.mustUnknownShare ** mustUnknown *
    lost(wishMissed, weights.wishMissed) *
    lost(wishUnknown, weights.wishUnknown)
  )
}
