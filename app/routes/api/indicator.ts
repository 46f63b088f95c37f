import { indicatorTotal } from '~/domain/indicator/queries.server'
import { yearOf } from '~/domain/kernel/clock'
import { endpoint } from '~/http/endpoint'
import { askedFigure } from './asked-figure'

/** GET /api/v1/indicators/:code: the figure of a period, with its formula, last year's and the year's target. */
export const loader = endpoint('GET', async ({ url, params, services, now }) => {
  const { period, basis, flow } = askedFigure(url)
  const { before, ...figure } = await indicatorTotal(services.db, {
    code: params.code ?? '',
    period: period ?? String(yearOf(now)),
    basis,
    flow,
    at: now,
  })
  return { ...figure, year_before: before, at: now.toISOString(), rows: `/api/v1/contracts?${rowsQuery(figure)}` }
})

const rowsQuery = ({ period, basis, flow }: { period: string; basis: string; flow: string }) =>
  new URLSearchParams({ period, basis, flow }).toString()
