import type { Verdict } from './quantity/types'

/** query → doc → grade; what is not listed counts 0. */
export type Judgements = Map<string, Map<string, number>>

export interface RankingFigures {
  /** Mean over queries of the share of the query's highest-graded listings among the first k. */
  'recall@10': number
  'recall@50': number
  /** Gain 2^grade − 1, discount log2(rank + 1). */
  'ndcg@10': number
  /** Mean of 1 / rank of the first highest-graded listing, 0 behind rank 10. */
  'mrr@10': number
}

/** `rankings`: query → ids, best first. Every judged query counts, unanswered ones with 0. */
export function rankingFigures(
  rankings: ReadonlyMap<string, readonly string[]>,
  judgements: Judgements,
): RankingFigures {
  const sums: RankingFigures = { 'recall@10': 0, 'recall@50': 0, 'ndcg@10': 0, 'mrr@10': 0 }
  for (const [query, grades] of judgements) {
    const ranking = rankings.get(query) ?? []
    const best = highestGraded(grades)
    sums['recall@10'] += share(ranking.slice(0, 10), best)
    sums['recall@50'] += share(ranking.slice(0, 50), best)
    sums['ndcg@10'] += ndcg(ranking, grades, 10)
    const first = ranking.findIndex((id) => best.has(id))
    if (first >= 0 && first < 10) sums['mrr@10'] += 1 / (first + 1)
  }
  return mapFigures(sums, (sum) => sum / Math.max(1, judgements.size))
}

function highestGraded(grades: ReadonlyMap<string, number>): Set<string> {
  const highest = Math.max(0, ...grades.values())
  return new Set([...grades].filter(([, grade]) => grade === highest && grade > 0).map(([id]) => id))
}

function share(found: readonly string[], wanted: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : found.filter((id) => wanted.has(id)).length / wanted.size
}

export function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>, depth: number): number {
  const ideal = gain([...grades.values()].sort((x, y) => y - x).slice(0, depth))
  return ideal === 0 ? 0 : gain(ranking.slice(0, depth).map((id) => grades.get(id) ?? 0)) / ideal
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

export interface BestFirstFigures {
  /** Share of challenges whose grade-3 listing stands above all its grade-2 ones. */
  best_first: number
  /** … above the grade-2 listing that is worded most like it. */
  best_first_twin: number
  /** … above its other grade-2 listings. */
  best_first_own: number
}

/** `abstracts`: doc → text. Counts challenges that have listings of both grades; an unranked listing stands last. */
export function bestFirst(
  rankings: ReadonlyMap<string, readonly string[]>,
  judgements: Judgements,
  abstracts: ReadonlyMap<string, string>,
): BestFirstFigures {
  const sums: BestFirstFigures = { best_first: 0, best_first_twin: 0, best_first_own: 0 }
  let challenges = 0
  for (const [query, grades] of judgements) {
    const graded = (grade: number) => [...grades].filter(([, each]) => each === grade).map(([id]) => id)
    const [right] = graded(3)
    const wrong = graded(2)
    if (right === undefined || wrong.length === 0) continue
    challenges += 1
    const ranking = rankings.get(query) ?? []
    const rank = (id: string) => (ranking.includes(id) ? ranking.indexOf(id) : Number.POSITIVE_INFINITY)
    const above = (others: readonly string[]) => others.every((other) => rank(right) < rank(other))
    const likeness = (id: string) => dice(abstracts.get(right) ?? '', abstracts.get(id) ?? '')
    const twin = wrong.reduce((best, id) => (likeness(id) > likeness(best) ? id : best))
    if (above(wrong)) sums.best_first += 1
    if (above([twin])) sums.best_first_twin += 1
    if (above(wrong.filter((id) => id !== twin))) sums.best_first_own += 1
  }
  return mapFigures(sums, (sum) => sum / Math.max(1, challenges))
}

/** Likeness of two texts by their pairs of neighbouring characters, 0 to 1. */
export function dice(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  let common = 0
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0)
  const total = sum(left.values()) + sum(right.values())
  return total === 0 ? 0 : (2 * common) / total
}

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const characters = [...text]
  for (let i = 1; i < characters.length; i++) {
    const pair = characters[i - 1]! + characters[i]!
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

export interface VerdictFigures {
  verdict_accuracy: number
  /** Of those called met, the share that is met. */
  verdict_met_precision: number
  /** Of those that are missed, the share that is called missed. */
  verdict_missed_recall: number
}

export function verdictFigures(rows: readonly { expected: Verdict; given: Verdict }[]): VerdictFigures {
  const portion = (wanted: (row: { expected: Verdict; given: Verdict }) => boolean, of = rows) =>
    of.length === 0 ? 0 : of.filter(wanted).length / of.length
  const right = ({ expected, given }: { expected: Verdict; given: Verdict }) => expected === given
  return {
    verdict_accuracy: portion(right),
    verdict_met_precision: portion(
      right,
      rows.filter(({ given }) => given === 'met'),
    ),
    verdict_missed_recall: portion(
      right,
      rows.filter(({ expected }) => expected === 'missed'),
    ),
  }
}

function mapFigures<T extends object>(figures: T, change: (value: number) => number): T {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, change(Number(value))])) as T
}
