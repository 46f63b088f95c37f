import type { Judgements } from '../evaluation'
import type { FitRows } from './fit'

/** A match that people were shown, and what became of it: a line of the file from the page of the matches' funnel. */
export interface FeedbackLine {
  challenge: string
  listing: string
  /** 3 awarded, 2 bid, 1 opened, 0 not fit; null where nothing became of it. */
  grade: number | null
  features: {
    score_without_figures: number
    must_missed: number
    must_unknown: number
    any_must_missed: number
    wish_missed: number
    wish_unknown: number
  }
}

/**
 * What a fit reads, out of feedback. A challenge of which no match was taken up says nothing about an order and is left out; a match
 * that nothing became of stands in its list without a grade, as one that was looked past.
 */
export function feedbackToFit(lines: readonly FeedbackLine[]): { rows: FitRows; judgements: Judgements } {
  const rows: FitRows = new Map()
  const judgements: Judgements = new Map()
  const useful = new Set(lines.filter(({ grade }) => (grade ?? 0) > 0).map(({ challenge }) => challenge))
  for (const { challenge, listing, grade, features } of lines) {
    if (!useful.has(challenge)) continue
    if (!rows.has(challenge)) rows.set(challenge, [])
    if (!judgements.has(challenge)) judgements.set(challenge, new Map())
    rows.get(challenge)!.push({
      id: listing,
      score: features.score_without_figures,
      satisfied: {
        mustMissed: features.must_missed,
        mustUnknown: features.must_unknown,
        anyMustMissed: features.any_must_missed,
        wishMissed: features.wish_missed,
        wishUnknown: features.wish_unknown,
      },
    })
    if (grade !== null) judgements.get(challenge)!.set(listing, grade)
  }
  return { rows, judgements }
}
