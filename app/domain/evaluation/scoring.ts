import { createHash } from 'node:crypto'
import type { Fen } from '../kernel/money'

export interface Criterion {
  position: number
  /** Percent; all of a challenge's sum to 100. */
  weight: number
}

/** One figure of a scorecard: 0 to 100. */
export interface Score {
  judgeId: string
  bidId: string
  criterion: number
  value: number
}

/** Figures in hundredths of a point: 8633 is 86.33. */
export interface Spread {
  mean: number
  low: number
  high: number
}

export interface BidResult {
  bidId: string
  /** The weighted mean over all scorecards: what ranks. */
  total: Spread
  /** By the criterion's position. */
  criteria: ReadonlyMap<number, Spread>
  /** Beside the mean: the same once harsh and mild judges are brought to one level and width. Decides nothing. */
  calibrated: number
}

export interface JudgeTendency {
  judgeId: string
  /** By how much this judge's scores lie above (mild) or below (harsh) the mean of all, in hundredths. */
  offset: number
}

export interface Scoring {
  results: BidResult[]
  judges: JudgeTendency[]
}

/** Whole number nearest to a / b for b > 0, halves away from zero. */
const divided = (a: number, b: number): number => Math.sign(a) * Math.floor((2 * Math.abs(a) + b) / (2 * b))

/**
 * Scores of complete scorecards (every judge scored every bid by every criterion) as exact integers. Weighted mean in hundredths:
 * Σ value × weight over judges and criteria, divided by the number of judges, rounded once, half up.
 */
export function scoring(criteria: readonly Criterion[], bidIds: readonly string[], scores: readonly Score[]): Scoring {
  const judgeIds = [...new Set(scores.map((score) => score.judgeId))].sort()
  const values = new Map(scores.map((score) => [`${score.judgeId} ${score.bidId} ${score.criterion}`, score.value]))
  const valueOf = (judgeId: string, bidId: string, criterion: number): number => {
    const value = values.get(`${judgeId} ${bidId} ${criterion}`)
    if (value === undefined) throw new Error('a scorecard is incomplete')
    return value
  }
  /** One judge's weighted score of one bid, in hundredths: weights sum to 100. */
  const weighted = (judgeId: string, bidId: string): number =>
    criteria.reduce((sum, { position, weight }) => sum + valueOf(judgeId, bidId, position) * weight, 0)
  const spreadOf = (hundredths: number[]): Spread => ({
    mean: divided(
      hundredths.reduce((sum, each) => sum + each, 0),
      hundredths.length,
    ),
    low: Math.min(...hundredths),
    high: Math.max(...hundredths),
  })
  if (judgeIds.length === 0 || bidIds.length === 0) return { results: [], judges: [] }

  const table = judgeIds.map((judgeId) => bidIds.map((bidId) => weighted(judgeId, bidId)))
  const calibrated = calibrate(table)
  const everything = table.flat()
  const sum = (row: readonly number[]) => row.reduce((all, each) => all + each, 0)
  return {
    results: bidIds.map((bidId, at) => ({
      bidId,
      total: spreadOf(table.map((row) => row[at]!)),
      criteria: new Map(
        criteria.map(({ position }) => [
          position,
          spreadOf(judgeIds.map((judgeId) => valueOf(judgeId, bidId, position) * 100)),
        ]),
      ),
      calibrated: calibrated[at]!,
    })),
    judges: judgeIds.map((judgeId, index) => ({
      judgeId,
      offset: divided(sum(table[index]!) * judgeIds.length - sum(everything), everything.length),
    })),
  }
}

/** Means per bid after each judge's row was moved and stretched to the mean and deviation of all rows; hundredths, 0 to 10,000. */
function calibrate(table: readonly (readonly number[])[]): number[] {
  const mean = (row: readonly number[]) => row.reduce((sum, each) => sum + each, 0) / row.length
  const deviation = (row: readonly number[]) => Math.sqrt(mean(row.map((each) => (each - mean(row)) ** 2)))
  const level = mean(table.map(mean))
  const width = mean(table.map(deviation))
  const moved = table.map((row) => {
    const own = deviation(row)
    return row.map((each) => level + (own === 0 ? 0 : ((each - mean(row)) / own) * width))
  })
  return table[0]!.map((_, at) => Math.min(10_000, Math.max(0, Math.round(mean(moved.map((row) => row[at]!))))))
}

/** What ranking reads of one bid. */
export interface Contender {
  bidId: string
  /** Hundredths, as published. */
  score: number
  priceFen: Fen
  /** Hundredths, on the heaviest criterion (of several the first). */
  heaviest: number
}

export type TieBreak = 'score' | 'price' | 'heaviest' | 'lots'

export interface Ranked extends Contender {
  /** From 1. */
  rank: number
  /** What put it behind the one before it; the first has none. */
  decidedBy: TieBreak | null
}

export const heaviestCriterion = (criteria: readonly Criterion[]): number =>
  [...criteria].sort((one, other) => other.weight - one.weight || one.position - other.position)[0]?.position ?? 0

/** The lot of a bid: SHA-256 of the closing list's digest and the bid's id. Fixed at the deadline, foreseen by nobody. */
export const lotOf = (closingDigest: string, bidId: string): string =>
  createHash('sha256').update(`${closingDigest}\n${bidId}`).digest('hex')

/**
 * Ranks by the published score; a tie goes to the lower price, then to the higher score on the heaviest criterion, then by lot.
 * Source: DESIGN 5, judging.
 */
export function ranking(contenders: readonly Contender[], closingDigest: string): Ranked[] {
  const sorted = [...contenders].sort((one, other) => order(one, other, closingDigest).by)
  return sorted.map((each, index) => ({
    ...each,
    rank: index + 1,
    decidedBy: index === 0 ? null : order(sorted[index - 1]!, each, closingDigest).on,
  }))
}

function order(one: Contender, other: Contender, digest: string): { by: number; on: TieBreak } {
  if (one.score !== other.score) return { by: other.score - one.score, on: 'score' }
  if (one.priceFen !== other.priceFen) return { by: one.priceFen < other.priceFen ? -1 : 1, on: 'price' }
  if (one.heaviest !== other.heaviest) return { by: other.heaviest - one.heaviest, on: 'heaviest' }
  return { by: lotOf(digest, one.bidId) < lotOf(digest, other.bidId) ? -1 : 1, on: 'lots' }
}
