import { z } from 'zod'
import type { Queryable } from '#db/client'
import { fenText } from '../kernel/inputs'
import type { Fen } from '../kernel/money'
import { readSetting } from '../settings/queries.server'
import { defaultBidDeadline } from './rules'

const criteriaSetting = z.array(z.object({ name: z.string(), weight: z.number().int() }))

/** When bidding ends for a challenge that does not say. */
export const usualDeadline = async (db: Queryable, now: Date): Promise<Date> =>
  defaultBidDeadline(now, await readSetting(db, 'challenge.bid_days', z.number().int().positive()))

/** The scorecard of a challenge that does not say. */
export const usualCriteria = (db: Queryable) => readSetting(db, 'challenge.criteria', criteriaSetting)

/** The budget of an imported challenge that does not say, in fen. */
export const importedBudget = (db: Queryable): Promise<Fen> => readSetting(db, 'challenge.default_budget_fen', fenText)
