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

/**
 * A word that a synonym group gives, against the same word in the query itself. Below 1, so that saying a word is always worth
 * more than meaning it.
 */
export const synonymWeight = 0.5

/** How candidates are asked for. The right listing of many shares few words with its challenge, hence so many. */
export const candidateWeights = {
  /** Candidates asked from the engine and scored by their pairs of characters. */
  asked: 600,
  /** Of those, how many are scored by all views. */
  scored: 200,
  /** Of those, how many are ranked with all features and held against the targets. */
  judged: 100,
} as const

/** How far one organisation may fill a page of matches. */
export const diversityWeights = {
  page: 10,
  ofOne: 3,
  /** Gives way only to what has at least this share of its score: missing a must target costs more than that. */
  nearly: 0.5,
} as const

/** What counts as a solution, before which nothing stands that misses a must target. */
export const solutionWeights = {
  /** Least share of the must targets that are met. */
  met: 0.5,
  /** How likely at least one of them is missed: of a solution below the one, of what has to stand behind it from the other on. */
  hardlyMissed: 0.3,
  likelyMissed: 0.5,
  /** Least share of the best score: a listing about something else may meet the figures by chance. */
  ofBest: 0.08,
  /** Least share of the best solution's score. */
  ofSolutions: 0.3,
} as const

/** Factors on the score by words; 1 changes nothing. */
export const factors = {
  /** A keyword of the listing that the query names; for up to `keywordsCounted` of them. */
  keywordHit: 0.1,
  keywordsCounted: 3,
  /** The title is wholly made of the query's words: × 1 + this; in part: in proportion (by idf²). */
  titleShare: 0.05,
  sameField: 0.1,
  /** Targets read from free text may be no requirements: their factor is raised to this power. */
  parsedTargets: 0.5,
  /**
   * At the highest maturity, 9; below it in proportion, 1 adds nothing. No set measures this nor freshness: both are
   * small enough to decide among equals alone.
   */
  maturity: 0.02,
  /** On the day of publication; a third of it is left after `freshnessFades` years. */
  freshness: 0.03,
  freshnessFades: 3,
  /** A challenge without targets, where challenges are sought: neither met nor missed. */
  noTargets: 0.3,
} as const

export interface SatisfactionWeights {
  /** One must target or more is missed. */
  mustMissed: number
  /** All must targets are missed; of some: to the power of their share. */
  mustMissedShare: number
  /** No must target has a figure; of some: to the power of their share. */
  mustUnknownShare: number
  wishMissed: number
  wishUnknown: number
}

/**
 * Factors for what the figures say; all met is 1. A listing that states the right quantities and misses one still speaks
 * of the same problem, so silence about all of them weighs more than a miss. Fitted by `match:eval --fit`.
 */
export const satisfactionWeights: SatisfactionWeights = {
  mustMissed: 0.17,
  mustMissedShare: 0.67,
  mustUnknownShare: 0.02,
  wishMissed: 0.86,
  wishUnknown: 0.95,
}
