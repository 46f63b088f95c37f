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

/** What feedback says of a match, for a refit: the best that happened counts, except that a refusal outweighs having opened it. */
export const grades = { awarded: 3, bid: 2, opened: 1, not_fit: 0 } as const

export function gradeOf(kinds: ReadonlySet<string>): number | null {
  if (kinds.has('awarded')) return grades.awarded
  if (kinds.has('bid')) return grades.bid
  if (kinds.has('not_fit')) return grades.not_fit
  return kinds.has('opened') ? grades.opened : null
}
