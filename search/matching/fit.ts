import { ndcg, type Judgements } from '../evaluation'
import type { MatchOptions } from './index'
import { findCandidates } from './candidates'
import { prepareQuery, type MatchQuery } from './query'
import { rank } from './ranking'
import { satisfactionFactor, type Satisfaction } from './satisfaction'
import { candidateWeights, satisfactionWeights, type SatisfactionWeights } from './weights'

/** One listing for one challenge, before the figures count. */
export interface FitRow {
  id: string
  score: number
  satisfied: Satisfaction
}

/** query → its best listings by everything but the figures. */
export type FitRows = Map<string, FitRow[]>

export async function fitRows(input: MatchQuery, { engine, store, synonyms }: MatchOptions): Promise<FitRow[]> {
  const prepared = prepareQuery(input, 'listings', synonyms)
  const { phrases, found } = await findCandidates(prepared, engine, store, { kinds: ['achievement', 'capability'] })
  const best = new Map(found.slice(0, candidateWeights.judged).map((candidate) => [candidate.id, candidate]))
  return (await store.documents([...best.keys()])).map((document) => {
    const { score, satisfied } = rank(prepared, phrases, best.get(document.id)!, document)
    return { id: document.id, satisfied, score: score / satisfactionFactor(satisfied, satisfactionWeights) }
  })
}

const grid: Record<keyof SatisfactionWeights, readonly number[]> = {
  mustMissed: [0.5, 0.35, 0.25, 0.2, 0.17, 0.14, 0.1],
  mustMissedShare: [1, 0.8, 0.67, 0.5],
  mustUnknownShare: [0.5, 0.3, 0.2, 0.1, 0.07, 0.05],
  wishMissed: [1, 0.93, 0.86, 0.8],
  wishUnknown: [1, 0.95, 0.9],
}
/** Weights within this of the best are as good; the middle one of them is taken. */
const tolerance = 0.002
const bestFirstWeight = 0.3

export interface Fit {
  weights: SatisfactionWeights
  /** On challenges that the weights were not fitted on, and with the weights in use. */
  cross_validated: FitFigures
  in_use: FitFigures
}

export interface FitFigures {
  'ndcg@10': number
  /** Share of challenges whose highest-graded listing stands above all others. */
  first: number
}

/** Searches the grid one weight at a time. Only verdicts enter, never wording. */
export function fitSatisfaction(rows: FitRows, judgements: Judgements, folds = 6): Fit {
  const queries = [...rows.keys()]
  const held: FitFigures[] = []
  for (let fold = 0; fold < Math.min(folds, queries.length); fold++) {
    const inFold = (_: string, at: number) => at % folds === fold
    const weights = search(
      rows,
      judgements,
      queries.filter((query, at) => !inFold(query, at)),
    )
    for (const query of queries.filter(inFold)) held.push(figures(rows, judgements, [query], weights))
  }
  return {
    weights: search(rows, judgements, queries),
    cross_validated: mean(held),
    in_use: figures(rows, judgements, queries, satisfactionWeights),
  }
}

function search(rows: FitRows, judgements: Judgements, queries: readonly string[]): SatisfactionWeights {
  const weights = { ...satisfactionWeights }
  const value = () => {
    const found = figures(rows, judgements, queries, weights)
    return found['ndcg@10'] + bestFirstWeight * found.first
  }
  for (let round = 0; round < 2; round++) {
    for (const name of Object.keys(grid) as (keyof SatisfactionWeights)[]) {
      const tried = grid[name].map((factor) => {
        weights[name] = factor
        return { factor, value: value() }
      })
      const best = Math.max(...tried.map((each) => each.value))
      const good = tried.filter((each) => each.value >= best - tolerance)
      weights[name] = good[Math.floor(good.length / 2)]!.factor
    }
  }
  return weights
}

function figures(
  rows: FitRows,
  judgements: Judgements,
  queries: readonly string[],
  weights: SatisfactionWeights,
): FitFigures {
  return mean(
    queries.map((query) => {
      const grades = judgements.get(query) ?? new Map<string, number>()
      const ranking = (rows.get(query) ?? [])
        .map(({ id, score, satisfied }) => ({ id, score: score * satisfactionFactor(satisfied, weights) }))
        .sort((x, y) => y.score - x.score)
        .map(({ id }) => id)
      const highest = Math.max(0, ...grades.values())
      const first = ranking[0] !== undefined && highest > 0 && grades.get(ranking[0]) === highest
      return { 'ndcg@10': ndcg(ranking, grades, 10), first: first ? 1 : 0 }
    }),
  )
}

function mean(all: readonly FitFigures[]): FitFigures {
  const of = (name: keyof FitFigures) => all.reduce((sum, each) => sum + each[name], 0) / Math.max(1, all.length)
  return { 'ndcg@10': of('ndcg@10'), first: of('first') }
}
