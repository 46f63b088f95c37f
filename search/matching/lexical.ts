import type { CorpusStatistics } from '../document'
import { eachTerm, termKey, views, type TermBag, type TermVector, type View } from '../terms/index'
import { lexicalWeights } from './weights'

/** One term of the query with what one occurrence of it can be worth. */
export interface WeightedTerm {
  term: string
  /** Occurrences in the query × idf² × weight of the view. */
  weight: number
  idf: number
  occurrences: number
  /** Documents that hold it. */
  holders: number
}

export interface LexicalQuery {
  terms: Record<View, WeightedTerm[]>
  weights: Record<View, Map<string, number>>
  averageLength: Record<View, number>
}

export function queryKeys(bag: TermBag): string[] {
  return views.flatMap((view) => [...bag[view].keys()].map((term) => termKey(view, term)))
}

export function idf(documents: number, holders: number): number {
  return Math.log(1 + (Math.max(documents - holders, 0) + 0.5) / (holders + 0.5))
}

/** Repeated terms of the query count linearly; the square of the idf lets rare terms decide long queries. */
export function lexicalQuery(bag: TermBag, statistics: CorpusStatistics): LexicalQuery {
  const weighted = (view: View) =>
    [...bag[view]].map(([term, occurrences]) => {
      const holders = statistics.frequencies.get(termKey(view, term)) ?? 0
      const rarity = idf(statistics.documents, holders)
      const weight = lexicalWeights.views[view] * occurrences * rarity * rarity
      return { term, occurrences, holders, idf: rarity, weight }
    })
  const average = (view: View) => Math.max(1, statistics.lengths[view] / Math.max(1, statistics.documents))
  const terms = { words: weighted('words'), grams: weighted('grams'), chars: weighted('chars') }
  const weights = (view: View) => new Map(terms[view].map(({ term, weight }) => [term, weight]))
  return {
    terms,
    weights: { words: weights('words'), grams: weights('grams'), chars: weights('chars') },
    averageLength: { words: average('words'), grams: average('grams'), chars: average('chars') },
  }
}

export interface LexicalScore {
  total: number
  /** What each term of each view that was found contributed. */
  parts: Record<View, Map<string, number>>
}

/** BM25 of one term: more with every occurrence, less than twice its weight. */
export function termShare(weight: number, occurrences: number, length: number, averageLength: number): number {
  const { k1, b } = lexicalWeights
  return (weight * occurrences * (k1 + 1)) / (occurrences + k1 * (1 - b + (b * length) / averageLength))
}

/** BM25 over the three views with squared idf. Every part is positive. */
export function lexicalScore(query: LexicalQuery, vector: TermVector): LexicalScore {
  const score: LexicalScore = { total: 0, parts: { words: new Map(), grams: new Map(), chars: new Map() } }
  for (const view of views)
    score.total += viewTotal(query, view, vector, (term, part) => score.parts[view].set(term, part))
  return score
}

/** What one view comes to. `visit` is told of each term that was found. */
export function viewTotal(
  query: LexicalQuery,
  view: View,
  vector: TermVector,
  visit?: (term: string, part: number) => void,
): number {
  const weights = query.weights[view]
  const found: string[] = []
  const counts: number[] = []
  let length = 0
  eachTerm(vector[view], (term, occurrences) => {
    length += occurrences
    if (!weights.has(term)) return
    found.push(term)
    counts.push(occurrences)
  })
  let total = 0
  for (const [at, term] of found.entries()) {
    const part = termShare(weights.get(term)!, counts[at]!, length, query.averageLength[view])
    visit?.(term, part)
    total += part
  }
  return total
}
