import { parseFigures } from './figures'
import { profileOf, type Profile } from './profile'
import type { Figure, ListingFacts, Metric } from './types'
import { parseUnit, type Unit } from './unit'
import { isContrast } from './wording'

/** A figure with its unit and words understood: what targets are held against. */
export interface Evidence {
  figure: Figure
  unit: Unit
  /** the words nearest to it (name before it; of a metric its name too) */
  near: Profile
  /** the words of its clause and of the clause before */
  wide: Profile
  nearText: string
  /** true when no word names it: a modifier of what follows */
  nameless: boolean
  /** true for the figure of the old way, the untreated or the control, beside one of the same kind in its sentence */
  contrast: boolean
}

/** A listing read once, for many targets. */
export interface ReadListing {
  evidence: readonly Evidence[]
}

/** Reads metrics and text of a listing once; pass the result to `judgeAll` for every challenge. */
export function readListing(listing: ListingFacts): ReadListing {
  const evidence: Evidence[] = []
  const figures = parseFigures(listing.text)
  figures.forEach((figure, i) => {
    const unit = parseUnit(figure.unit)
    if (unit) evidence.push(fromText(figure, unit, figures[i - 1]))
  })
  for (const metric of listing.metrics ?? []) addMetric(evidence, metric)
  return {
    evidence: evidence.map((one) =>
      isContrast(one.figure.before) ? { ...one, contrast: hasPeer(one, evidence) } : one,
    ),
  }
}

/** Whether another figure of the same dimension stands in its sentence: only then one is the other's foil. */
function hasPeer({ figure, unit }: Evidence, all: readonly Evidence[]): boolean {
  return all.some(
    (other) =>
      other.figure.sentence === figure.sentence &&
      other.figure !== figure &&
      other.unit.key === unit.key &&
      !isContrast(other.figure.before),
  )
}

function fromText(figure: Figure, unit: Unit, previous: Figure | undefined): Evidence {
  const before = figure.before.trim()
  const owned = ownedAfter(figure)
  const sameClause = previous !== undefined && previous.clause === figure.clause
  const wide = sameClause || before.length > 1 ? figure.clause : `${clauseTail(previous)} ${figure.clause}`
  const nearText = `${before} ${owned}`
  return {
    figure,
    unit,
    near: profileOf(nearText),
    wide: profileOf(wide),
    nearText,
    nameless: before.length < 2 && !/[A-Za-z]/.test(before) && owned.length < 2,
    contrast: false,
  }
}

/** Of the words behind a figure those that speak of it rather than of the next figure. */
function ownedAfter(figure: Figure): string {
  if (figure.before.trim() === '') return figure.name
  const bound = /^[^]*?(?:下|时|后|处|内|的)/.exec(figure.after)
  return bound?.[0] ?? figure.after.slice(0, 4)
}

function clauseTail(figure: Figure | undefined): string {
  return figure ? figure.clause.slice(-12) : ''
}

/** A metric that repeats a figure of the text lends it its name; else it is evidence of its own. */
function addMetric(evidence: Evidence[], metric: Metric): void {
  const unit = parseUnit(metric.unit)
  if (!unit) return
  const words = metric.condition ? `${metric.name} ${metric.condition}` : metric.name
  const name = profileOf(words)
  const base = baseValue(metric.value, unit)
  let best: Evidence | null = null
  let bestScore = -1
  for (const candidate of evidence) {
    if (candidate.unit.physical !== unit.physical) continue
    if (!near(baseValue(candidate.figure.value, candidate.unit), base)) continue
    let shared = 0
    for (const gram of name.grams.keys()) if (candidate.wide.grams.has(gram)) shared += 1
    if (shared > bestScore) {
      best = candidate
      bestScore = shared
    }
  }
  if (best) {
    const nearText = `${metric.name} ${best.nearText}`
    const at = evidence.indexOf(best)
    evidence[at] = {
      ...best,
      nearText,
      near: profileOf(nearText),
      nameless: false,
      figure: { ...best.figure, condition: false },
    }
    return
  }
  evidence.push({
    figure: {
      name: metric.name,
      value: metric.value,
      unit: metric.unit,
      comparator: null,
      plusMinus: false,
      approximate: false,
      change: /提升|提高|增幅|涨幅/.test(metric.name)
        ? 'up'
        : /下降|降低|降幅|减少|缩短|节省/.test(metric.name)
          ? 'down'
          : null,
      condition: false,
      before: metric.name,
      after: '',
      clause: words,
      sentence: words,
      start: -1,
      end: -1,
      source: 'metric',
    },
    unit,
    near: name,
    wide: name,
    nearText: words,
    nameless: false,
    contrast: false,
  })
}

function baseValue(value: number | [number, number], unit: Unit): [number, number] {
  const [low, high] = typeof value === 'number' ? [value, value] : value
  return [low * unit.factor + unit.offset, high * unit.factor + unit.offset]
}

function near(a: [number, number], b: [number, number]): boolean {
  const close = (x: number, y: number) => Math.abs(x - y) <= 1e-6 * Math.max(Math.abs(x), Math.abs(y), 1e-30)
  return close(a[0], b[0]) && close(a[1], b[1])
}
