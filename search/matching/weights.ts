/**
 * Everything that decides an order, in one place. `npm run match:eval` shows what a change does. Chosen on the
 * development sets of papers and, for the target factors, by `search/matching/fit.ts` with cross-validation.
 */

/** BM25 with squared idf over three views of one text. */
export const lexicalWeights = {
  k1: 1.2,
  /** Small, because long listings are not worse; 0.15 is best for short queries, 0.5 for whole paragraphs. */
  b: 0.2,
  views: { words: 1, grams: 1, chars: 1 },
  /** Two neighbouring words of the query that the document holds side by side: × the greater idf². */
  pair: 1,
} as const

/** How candidates are asked for. */
export const candidateWeights = {
  /** Terms asked for when the query is short, and when it is longer than `longFrom` characters. */
  shortTerms: 24,
  longTerms: 40,
  longFrom: 100,
  /** Candidates scored on their whole text. */
  scored: 400,
  /** Of those, how many are ranked with all features and held against the targets. */
  judged: 100,
} as const

/** Factors on the score by words; 1 changes nothing. */
export const factors = {
  /** A keyword of the listing that the query names; for up to `keywordsCounted` of them. */
  keywordHit: 0.1,
  keywordsCounted: 3,
  /** The title is wholly made of the query's words: × 1 + this; in part: in proportion (by idf²). */
  titleShare: 0.05,
  sameField: 0.05,
  targets: {
    must: { met: 1.1, unknown: 0.95, missed: 0.5 },
    wish: { met: 1.03, unknown: 1, missed: 0.9 },
  },
} as const
