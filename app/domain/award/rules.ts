import type { AwardState } from '#db/schema'
import type { StateTable } from '../kernel/states'
import type { Ranked } from '../evaluation/scoring'

export type AwardEvent = 'confirm' | 'contract'

/** What the rules of an award read. */
export interface AwardCase {
  state: AwardState
}

/**
 * The life of an award. Source: DESIGN 5, challenges. `confirm` happens with the challenge's, after publicity; `contract` when the
 * parties have signed.
 */
export const awardLife: StateTable<AwardState, AwardEvent, AwardCase> = {
  intended: { confirm: { to: 'confirmed', by: 'poser' } },
  objected: {},
  confirmed: { contract: { to: 'contracted', by: 'worker' } },
  contracted: {},
  revoked: {},
}

/** Whether the chosen bids are others than the first of the ranking, which the poser must explain. */
export function departsFromRanking(
  ranked: readonly Pick<Ranked, 'bidId' | 'rank'>[],
  chosen: readonly string[],
): boolean {
  return ranked.some(({ bidId, rank }) => chosen.includes(bidId) !== rank <= chosen.length)
}

/** Why a challenge ended without award, where the product says so itself; a poser writes words of its own. */
export const endedForWantOfBids = 'award.ended.too_few_bids'
