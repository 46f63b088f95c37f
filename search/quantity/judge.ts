import { addUniqueness, alignments, distanceScore, onlyPlausible, readWanted, sure, type Alignment } from './align'
import { decide } from './compare'
import { readListing, type ReadListing } from './listing'
import type { AlignmentNote, ListingFacts, Target, TargetVerdict, Verdict } from './types'

export { readListing, type ReadListing } from './listing'

const nothing: TargetVerdict = { verdict: 'unknown', figure: null, converted: null, sentence: null }

/** One target held against a listing. Targets of one challenge are better judged together: `judgeAll`. */
export function judge(target: Target, listing: ListingFacts | ReadListing): TargetVerdict {
  return judgeAll([target], listing)[0]!
}

/**
 * Every target of a challenge held against one listing, in the order of the targets. The figures are shared out jointly,
 * so that one figure is not taken for two quantities. `unknown` when no figure speaks of the target's quantity, when
 * that is in doubt, or when a target's unit is not understood; never throws.
 */
export function judgeAll(targets: readonly Target[], listing: ListingFacts | ReadListing): TargetVerdict[] {
  const { evidence } = 'evidence' in listing ? listing : readListing(listing)
  const perTarget = targets.map((target) => {
    const wanted = readWanted(target)
    return wanted ? alignments(target, wanted, evidence) : []
  })
  addUniqueness(targets, perTarget)
  const chosen = assign(perTarget)
  chooseLeftOver(targets, perTarget, chosen)
  return targets.map((target, i) => {
    const found = conclude(target, chosen[i] ?? null, perTarget[i]!, chosen)
    return found.verdict === 'unknown' ? { ...found, leaning: leaningOf(target, perTarget[i]!, chosen, i) } : found
  })
}

/** Scores are like log odds, with even odds at `sure`: what speaks for each outcome, against silence. */
function leaningOf(
  target: Target,
  all: readonly Alignment[],
  chosen: readonly (Alignment | null)[],
  own: number,
): { met: number; missed: number } {
  const odds = { met: 0, missed: 0 }
  for (const one of all) {
    if (chosen.some((taken, i) => i !== own && taken?.evidence === one.evidence)) continue
    const verdict = verdictOf(target, one)
    if (verdict !== 'unknown') odds[verdict] = Math.max(odds[verdict], Math.exp(one.score - sure))
  }
  const sum = 1 + odds.met + odds.missed
  return { met: odds.met / sum, missed: odds.missed / sum }
}

/** Shares the figures out for the highest sum of scores above `sure`; the lists are short. */
function assign(perTarget: Alignment[][]): (Alignment | null)[] {
  const options = perTarget.map((list) =>
    list.filter((one) => one.score > sure).sort((a, b) => b.score - a.score).slice(0, 5),
  ) // prettier-ignore
  let best: (Alignment | null)[] = options.map(() => null)
  let bestSum = -1
  const current: (Alignment | null)[] = []
  const ceiling = options.map((list) => (list[0] ? list[0].score - sure : 0))
  for (let i = ceiling.length - 2; i >= 0; i--) ceiling[i]! += ceiling[i + 1]!
  const walk = (i: number, sum: number) => {
    if (i === options.length) {
      if (sum > bestSum) {
        bestSum = sum
        best = [...current]
      }
      return
    }
    if (sum + ceiling[i]! <= bestSum) return
    for (const option of options[i]!) {
      if (current.some((taken) => taken?.evidence === option.evidence)) continue
      current.push(option)
      walk(i + 1, sum + option.score - sure)
      current.pop()
    }
    current.push(null)
    walk(i + 1, sum)
    current.pop()
  }
  walk(0, 0)
  return best
}

/** How far the bar falls when every other target of the challenge is spoken of: the listing is about the same problem. */
const kinship = 1.3
const bonusOnlyLeft = 0.8
/**
 * Where no word speaks for a share, its size may: shares below 2 % are rare. Least score by size alone, and how far it has to
 * lead what would decide otherwise.
 */
const bySize = { below: 0.02, score: 0.6, lead: 1 }

/** In a listing that answers the other targets, the one figure left over may answer the one target left over. */
function chooseLeftOver(
  targets: readonly Target[],
  perTarget: readonly Alignment[][],
  chosen: (Alignment | null)[],
): void {
  if (targets.length < 2) return
  const certain = chosen.filter((one) => one !== null && one.score > sure + 1).length
  const share = certain / (targets.length - 1)
  if (share < 0.5) return
  targets.forEach((target, i) => {
    if (chosen[i]) return
    const free = perTarget[i]!.filter((one) => !chosen.some((taken) => taken?.evidence === one.evidence))
    const best = free.reduce<Alignment | null>((top, one) => (top && top.score >= one.score ? top : one), null)
    if (!best || best.contradicted || distanceScore(target, best.reckoned) < 0) return
    if (best.supported ? namesIt(target, best, free, share) : leads(target, best, free)) chosen[i] = best
  })
}

function namesIt(target: Target, best: Alignment, free: readonly Alignment[], share: number): boolean {
  const { pure, tag } = best.evidence.unit
  if (pure && best.score < 0) return false
  const only = onlyPlausible(target, free) === best ? bonusOnlyLeft * (pure ? 0.5 : 1) : 0
  const trust = !pure ? 1 : tag === 'ratio' ? 0.8 : 0.5
  return best.score + only > sure - kinship * share * trust
}

/** Whether a share of a rare size is left over, and everything that would decide otherwise is far behind. */
function leads(target: Target, best: Alignment, free: readonly Alignment[]): boolean {
  const { unit, figure } = best.evidence
  const isSmall = typeof figure.value === 'number' && Math.abs(figure.value * unit.factor) < bySize.below
  if (unit.tag !== 'ratio' || !isSmall) return false
  const verdict = verdictOf(target, best)
  const others = free.filter((one) => verdictOf(target, one) !== verdict)
  return best.score >= bySize.score && others.every((one) => one.score < best.score - bySize.lead)
}

const margin = 0.35

function conclude(
  target: Target,
  chosen: Alignment | null,
  all: readonly Alignment[],
  taken: readonly (Alignment | null)[],
): TargetVerdict {
  if (!chosen) return nothing
  const verdict = verdictOf(target, chosen)
  const rival = all.some(
    (other) =>
      other.evidence !== chosen.evidence &&
      other.score > chosen.score - margin &&
      !taken.some((one) => one?.evidence === other.evidence) &&
      verdictOf(target, other) !== verdict,
  )
  const { figure } = chosen.evidence
  return {
    verdict: rival ? 'unknown' : verdict,
    figure,
    converted: chosen.reckoned.value,
    sentence: figure.sentence,
    note: chosen.reckoned.note,
  }
}

function verdictOf(target: Target, { evidence, reckoned }: Alignment): Verdict {
  const { figure } = evidence
  if (target.comparator === 'between') {
    if (typeof reckoned.value !== 'number') return decide(target, reckoned.value).verdict
    return figure.plusMinus ? decide(target, [-reckoned.value, reckoned.value]).verdict : 'unknown'
  }
  if (typeof reckoned.value === 'number')
    return boundVerdict(target, reckoned.value, boundOf(figure.comparator, reckoned.note))
  const [low, high] = reckoned.value
  const words = target.name + evidence.nearText
  if (target.comparator === '>=' && /量程|范围|上限|可调|加工|适应|适用/.test(words))
    return decide(target, high).verdict
  if (target.comparator === '<=' && /下限|范围/.test(words)) return decide(target, low).verdict
  if (target.comparator === '=') return low <= target.value && target.value <= high ? 'met' : 'missed'
  const [a, b] = [decide(target, low).verdict, decide(target, high).verdict]
  return a === b ? a : 'unknown'
}

const opposite: Readonly<Record<string, string>> = { '<=': '>=', '<': '>', '>=': '<=', '>': '<' }

/** At most 1.9 % of bad ones are at least 98.1 % of good ones. */
function boundOf(bound: string | null, note: AlignmentNote): string | null {
  return bound !== null && (note === 'complement' || note === 'reciprocal') ? (opposite[bound] ?? bound) : bound
}

/** 'below 0.5' says nothing about reaching 0.3 from above: a bound on the other side shows only a miss. */
function boundVerdict(target: Target, value: number, bound: string | null): Verdict {
  const { verdict } = decide(target, value)
  const against =
    (target.comparator === '>=' && (bound === '<=' || bound === '<')) ||
    (target.comparator === '<=' && (bound === '>=' || bound === '>'))
  return against && verdict === 'met' ? 'unknown' : verdict
}
