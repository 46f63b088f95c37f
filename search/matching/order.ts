import type { Satisfaction } from './satisfaction'
import { solutionWeights } from './weights'

interface Judged {
  score: number
  satisfied: Satisfaction
  targets: readonly { must: boolean }[]
}

/**
 * What misses a must target does not stand above what solves the problem, however much more its words are like the
 * problem's: whoever poses and whoever fails to solve a problem often say the same words.
 * A solution meets most of the must targets, misses none and is about the same thing: its score is not far below the best.
 * @param ranked best first
 */
export function solutionsFirst<T extends Judged>(ranked: readonly T[]): T[] {
  const { met, hardlyMissed, likelyMissed, ofBest, ofSolutions } = solutionWeights
  const likely = ranked.filter(({ score, satisfied, targets }) => {
    const { anyMustMissed, mustMissed, mustUnknown } = satisfied
    const isJudged = targets.some(({ must }) => must)
    const meets = anyMustMissed < hardlyMissed && 1 - mustMissed - mustUnknown >= met
    return isJudged && meets && score >= ofBest * ranked[0]!.score
  })
  if (likely.length === 0) return [...ranked]
  const last = likely.filter(({ score }) => score >= ofSolutions * likely[0]!.score).at(-1)!
  const misses = (each: T) => each.satisfied.anyMustMissed >= likelyMissed
  const at = ranked.indexOf(last) + 1
  const head = ranked.slice(0, at)
  return [...head.filter((each) => !misses(each)), ...head.filter(misses), ...ranked.slice(at)]
}
