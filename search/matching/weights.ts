/** Everything that decides an order, in one place. `scripts/match-eval.ts` shows what a change does. */

/** BM25 with squared idf over three views of one text. Measured on four sets; see the table in docs. */
export const lexicalWeights = {
  k1: 1.2,
  b: 0.15,
  views: { words: 1, grams: 1, chars: 1 },
} as const

/** How candidates are asked for. */
export const candidateWeights = {
  /** Terms asked for when the query is short, and when it is longer than `longFrom` characters. */
  shortTerms: 24,
  longTerms: 40,
  longFrom: 100,
  /** Candidates scored on their whole text. */
  scored: 400,
  /** Of those, how many are held against the targets. */
  judged: 100,
} as const

/** Each factor multiplies the score; 1 changes nothing. */
export const factors = {
  sameField: 1.05,
  targetMet: { must: 1.1, wish: 1.03 },
  targetMissed: { must: 0.5, wish: 0.9 },
  targetUnknown: { must: 0.95, wish: 1 },
} as const
