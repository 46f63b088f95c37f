import { z } from 'zod'
import { optionalText, textOf, uuid } from '../kernel/inputs'

export const intendInput = z.object({
  id: uuid,
  bids: z.array(uuid).min(1).max(10),
  /** Published with the notice; must be given where the choice departs from the ranking. */
  reason: optionalText(2_000),
})

export const confirmInput = z.object({ id: uuid })
export const failInput = z.object({ id: uuid, reason: textOf(2_000, 4) })
export const awardIdInput = z.object({ id: uuid })
