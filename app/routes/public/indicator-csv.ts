import { publicRows } from '~/domain/indicator/rows.server'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { page } from '~/http/page'
import { askedOf } from './indicator/asked'
import { rowsAsCsv } from './indicator/rows-file.server'

/** Every public row of a period. */
export const loader = page(anyone, async ({ url, now, services: { db } }) => {
  const { period } = askedOf(url, yearOf(now))
  return rowsAsCsv(period, (await publicRows(db, { period, at: now })).rows)
})
