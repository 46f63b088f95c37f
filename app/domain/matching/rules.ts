import { type RefusalReason, refusalReasons } from '#db/schema'

/** Fewer organisations than this are told as "fewer than", so that nobody can be recognised. */
export const smallestTold = 3

/** How many organisations: a number that may be told, or `few` (at least one, fewer than {@link smallestTold}). */
export type Told = number | 'few'

export const told = (organizations: number): Told =>
  organizations > 0 && organizations < smallestTold ? 'few' : organizations

/** How many different posers something happened with. A poser with several challenges counts once: else one could be told from its own. */
export interface ResponseCounts {
  shown: number
  opened: number
  not_fit: number
  reasons: Partial<Record<RefusalReason, number>>
}

/** What posers made of a listing, as its lister is told. */
export interface ListingResponse {
  shown: Told
  opened: Told
  not_fit: Told
  /** Reasons that enough posers gave, most often first. */
  reasons: { reason: RefusalReason; count: number }[]
  /** Whether further reasons were given, too seldom to be told. */
  others: boolean
}

export function responseFor(counts: ResponseCounts): ListingResponse {
  const given = refusalReasons.flatMap((reason) => {
    const count = counts.reasons[reason] ?? 0
    return count > 0 ? [{ reason, count }] : []
  })
  const reasons = given.filter(({ count }) => count >= smallestTold).sort((a, b) => b.count - a.count)
  return {
    shown: told(counts.shown),
    opened: told(counts.opened),
    not_fit: told(counts.not_fit),
    reasons,
    others: counts.not_fit >= smallestTold && given.length > reasons.length,
  }
}

/** What is asked of a match before somebody is told of it who did not look. Settings `matching.alert_*`. */
export interface AlertRule {
  /** Place among the challenge's matches, from 1, that it must reach. */
  first: number
  /** Share of the best match's score that it must reach, 0 to 1. */
  leastShare: number
  /** Targets of the challenge that it must meet. */
  leastMet: number
}

/** A match as a challenge's ranking sees it. Scores are of one answer. */
export interface RankedMatch {
  rank: number
  score: number
  best: number
  /** Share of the must targets that it misses, 0 to 1. */
  mustMissed: number
  met: number
}

/** What misses a must target is never told, however near its words are: the near twin is what nobody wants to be woken for. */
export const worthTelling = ({ rank, score, best, mustMissed, met }: RankedMatch, rule: AlertRule): boolean =>
  mustMissed === 0 && met >= rule.leastMet && rank <= rule.first && score >= rule.leastShare * best

/** What feedback says of a match, for a refit: the best that happened counts, except that a refusal outweighs having opened it. */
export const grades = { awarded: 3, bid: 2, opened: 1, not_fit: 0 } as const

export function gradeOf(kinds: ReadonlySet<string>): number | null {
  if (kinds.has('awarded')) return grades.awarded
  if (kinds.has('bid')) return grades.bid
  if (kinds.has('not_fit')) return grades.not_fit
  return kinds.has('opened') ? grades.opened : null
}
