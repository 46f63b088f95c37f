import { indicatorRows } from '~/domain/indicator/rows.server'
import { visitor } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { endpoint } from '~/http/endpoint'
import { askedFigure } from './asked-figure'

const perPage = 100

/** GET /api/v1/contracts: registered contracts as the public reads them, masked, whoever asks; newest first. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const { period = String(yearOf(now)), basis, flow, page } = askedFigure(url)
  const ask = { period, basis, flow, at: now, part: {}, limit: perPage, offset: (page - 1) * perPage }
  const { total, count, rows } = await indicatorRows(services.db, visitor, ask)
  const query = new URLSearchParams({ period, ...(basis && { basis }), ...(flow && { flow }), page: String(page + 1) })
  return {
    items: rows.map(({ contract: _named, ...row }) => row),
    total: count,
    sum: total,
    page,
    next: page * perPage < count ? `/api/v1/contracts?${query}` : null,
  }
})
