import { speaksOfDifference } from './compare'
import { parseFigures } from './figures'
import type { Evidence } from './listing'
import { charCoverage, complementary, coverage, overlaps, profileOf, relation, type Profile } from './profile'
import { reckon, type Reckoned, type Wanted } from './reckon'
import type { Target } from './types'
import { parseUnit } from './unit'

/** How well a figure speaks of the target's quantity; above `sure` it may be judged. */
export interface Alignment {
  evidence: Evidence
  reckoned: Reckoned
  score: number
  /** the words name another quantity, or another substance */
  contradicted: boolean
  /** some word, of the quantity or of its object, speaks for it; else only dimension and size do */
  supported: boolean
}

/** Scores are like log odds; the weights were set by hand. */
export const sure = 1.0
const weights = {
  sameQuantity: 2.6,
  relatedQuantity: 0.6,
  newQuantity: -0.4,
  sameGenus: 1.9,
  sameInClause: 1.0,
  otherQuantity: -1.3,
  sameSubstance: 1.2,
  otherSubstance: -2.5,
  words: 3.2,
  clauseWords: 0.8,
  chars: 1.2,
  contrast: -4,
  condition: -0.9,
  nameless: -1.6,
  change: -5.5,
  rareDimension: 1.4,
  compoundDimension: 0.8,
  onlyOne: 1.1,
}

/** Two names that share so much name the same, whatever list each stands in; those of opposites share as much. */
const alike = 0.5

/** How the names of target and figure stand to each other. */
function standingOf(wanted: Profile, near: Profile, physical: string) {
  const standing = relation(wanted, near, physical)
  if (standing !== 'other' || complementary(wanted, near)) return standing
  return Math.max(coverage(wanted, near), coverage(near, wanted)) >= alike ? 'genus' : standing
}

const either =
  /抑制|去除|脱除|降解|钝化|消减|净化|灭活|减排|节电|节能|节水|节油|节约|降噪|减重|减碳|杀灭|清除|降幅|磨耗|磨损|磨蚀|损耗/
const wantedCache = new WeakMap<Target, Wanted | null>()

/** Reads a target's name and unit; null when its unit is not understood. */
export function readWanted(target: Target): Wanted | null {
  const known = wantedCache.get(target)
  if (known !== undefined) return known
  const unit = parseUnit(target.unit)
  let wanted: Wanted | null = null
  if (unit) {
    const figures = parseFigures(target.name)
    let name = target.name
    for (const figure of [...figures].reverse()) name = `${name.slice(0, figure.start)} ${name.slice(figure.end)}`
    const conditions = figures.flatMap((figure) => {
      const of = parseUnit(figure.unit)
      return of ? [{ value: figure.value, unit: of }] : []
    })
    const change = /降幅|下降|降低|减少|缩短|节省|节约|减重/.test(name)
      ? 'down'
      : /升幅|提升|提高|增幅|增长|增加|增量|上升|涨幅/.test(name)
        ? 'up'
        : null
    const eitherWay = either.test(name)
    wanted = { name, profile: profileOf(name), unit, conditions, change, eitherWay, base: target.value * unit.factor }
  }
  wantedCache.set(target, wanted)
  return wanted
}

/** Scores every figure that can be brought to the target's unit. */
export function alignments(target: Target, wanted: Wanted, evidence: readonly Evidence[]): Alignment[] {
  const found: Alignment[] = []
  for (const one of evidence) {
    for (const reckoned of reckon(wanted, one)) {
      found.push({
        evidence: one,
        reckoned,
        score: score(target, wanted, one, reckoned),
        ...support(wanted, one, reckoned),
      })
    }
  }
  return found
}

function score(target: Target, wanted: Wanted, evidence: Evidence, reckoned: Reckoned): number {
  const { figure, near, wide } = evidence
  let sum = -reckoned.strain
  sum += quantityScore(wanted, evidence, reckoned)
  if (wanted.profile.substances.size > 0) {
    if (overlaps(wanted.profile.substances, near.substances)) sum += weights.sameSubstance
    else if (near.substances.size > 0) sum += weights.otherSubstance
    else if (overlaps(wanted.profile.substances, wide.substances)) sum += weights.sameSubstance / 3
  }
  sum += weights.words * Math.max(coverage(wanted.profile, near), 0.8 * coverage(near, wanted.profile))
  sum += weights.clauseWords * coverage(wanted.profile, wide)
  sum += weights.chars * charCoverage(wanted.profile, near)
  if (evidence.contrast) sum += weights.contrast
  if (figure.condition && target.comparator !== 'between') sum += weights.condition
  if (evidence.nameless) sum += target.comparator === 'between' ? 0 : weights.nameless
  const told = wanted.eitherWay && figure.change !== 'up'
  if (figure.change && !wanted.change && !told) return -20
  if (wanted.change !== figure.change && !told) sum += weights.change * (wanted.change === null ? 1 : 0.6)
  sum += dimensionScore(wanted)
  sum += distanceScore(target, reckoned)
  if (target.comparator === 'between') sum += typeof figure.value !== 'number' || figure.plusMinus ? 1.2 : -3
  else if (typeof figure.value !== 'number') sum -= 1
  if (wanted.unit.physical === 'K^1' && target.comparator !== 'between') {
    if (speaksOfDifference(target.name) !== speaksOfDifference(evidence.nearText)) sum -= 0.7
  }
  return sum + conditionScore(wanted, evidence)
}

/** What the words say for and against; a share or a bare number needs some word for it, for those of other things abound. */
function support(wanted: Wanted, { near, wide, unit }: Evidence, { note }: Reckoned) {
  if (note === 'complement' || note === 'relative') return { contradicted: false, supported: true }
  const standing = standingOf(wanted.profile, near, unit.physical)
  const named =
    standing === 'same' ||
    standing === 'related' ||
    coverage(wanted.profile, near) > 0.1 ||
    charCoverage(wanted.profile, near) > 0.2
  const inClause = relation(wanted.profile, wide, unit.physical) === 'same'
  return {
    contradicted: standing === 'other',
    supported: named || inClause || unit.key !== '',
  }
}

function quantityScore(wanted: Wanted, { near, wide, unit }: Evidence, reckoned: Reckoned): number {
  if (reckoned.note === 'complement' || reckoned.note === 'relative') return weights.sameQuantity
  switch (standingOf(wanted.profile, near, unit.physical)) {
    case 'same':
      return weights.sameQuantity
    case 'genus':
      return weights.sameGenus
    case 'related':
      return weights.relatedQuantity
    case 'other':
      return complementary(wanted.profile, near) ? -1 : weights.otherQuantity
    case 'new':
      return weights.newQuantity
    case 'silent':
      return relation(wanted.profile, wide, unit.physical) === 'same' ? weights.sameInClause : 0
  }
}

const common = new Set(['', 's^1', 'm^1', 'K^1', 'kg^1', 'yuan^1', 's^-1'])
function dimensionScore({ unit }: Wanted): number {
  if (common.has(unit.physical)) return 0
  return unit.physical.includes(' ') ? weights.rareDimension : weights.compoundDimension
}

/** The same quantity of two things for one purpose seldom differs by more than a factor of some. */
export function distanceScore(target: Target, reckoned: Reckoned): number {
  if (target.comparator === 'between') return 0
  const value = typeof reckoned.value === 'number' ? reckoned.value : reckoned.value[1]
  if (value === 0 || target.value === 0 || value < 0 !== target.value < 0) return -0.5
  const distance = Math.abs(Math.log10(value / target.value))
  return distance < 0.6 ? 0.8 : distance < 1.2 ? 0.1 : distance < 2 ? -0.9 : distance < 3 ? -2 : -4
}

/** The condition in the target's name stands beside the right figure, and another value of it beside the wrong one. */
function conditionScore(wanted: Wanted, evidence: Evidence): number {
  let sum = 0
  for (const condition of wanted.conditions) {
    const others = parseFiguresOf(evidence)
    const same = others.filter((other) => other.unit.key === condition.unit.key)
    if (same.length === 0) continue
    const matches = same.some((other) => other.low === lowOf(condition.value, condition.unit.factor))
    sum += matches ? 0.8 : -0.5
  }
  return sum
}

function lowOf(value: number | [number, number], factor: number): number {
  return Number(((typeof value === 'number' ? value : value[0]) * factor).toPrecision(9))
}

const clauseCache = new WeakMap<Evidence, { unit: { key: string }; low: number }[]>()
function parseFiguresOf(evidence: Evidence) {
  const known = clauseCache.get(evidence)
  if (known) return known
  const list = parseFigures(evidence.figure.clause).flatMap((figure) => {
    const unit = parseUnit(figure.unit)
    if (!unit || (unit.key === evidence.unit.key && figure.value === evidence.figure.value)) return []
    return [{ unit, low: lowOf(figure.value, unit.factor) }]
  })
  clauseCache.set(evidence, list)
  return list
}

/** Adds what rarity says: the only figure of its dimension, sought by the only target of that dimension. */
export function addUniqueness(targets: readonly Target[], perTarget: readonly Alignment[][]): void {
  const seekers = new Map<Evidence, number>()
  for (const list of perTarget) {
    for (const one of list) if (one.score > -1) seekers.set(one.evidence, (seekers.get(one.evidence) ?? 0) + 1)
  }
  perTarget.forEach((list, i) => {
    const only = onlyPlausible(targets[i]!, list)
    if (only && !only.contradicted && only.supported && seekers.get(only.evidence) === 1) only.score += weights.onlyOne
  })
}

/** The one figure that could speak of the target, when there is but one. */
export function onlyPlausible(target: Target, list: readonly Alignment[]): Alignment | null {
  const range = target.comparator === 'between'
  const plausible = list.filter(
    (one) => one.score > -1.5 && (range || (!one.evidence.figure.condition && !one.evidence.nameless)),
  )
  return plausible.length === 1 ? plausible[0]! : null
}
