import { publicRows } from '~/domain/indicator/rows.server'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { page } from '~/http/page'
import { askedOf } from './indicator/asked'
import { rowsAsJson } from './indicator/rows-file.server'

/** Every public row of a period with the formula: what anybody recomputes the figure from. */
export const loader = page(anyone, async ({ url, now, services: { db } }) => {
  const { period } = askedOf(url, yearOf(now))
  return rowsAsJson(period, await publicRows(db, { period, at: now }))
})
