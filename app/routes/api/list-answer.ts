import { type ListDefinition, type ListOutcome, type ListParams, deepestRow } from '~/domain/kernel/list'
import { listHref } from '~/lists/url'

/** One page of a list: `total` is a least figure where `exact` is false; `next` is the path of the page after, or null. */
export interface ListAnswer<Row> {
  items: Row[]
  total: number
  exact: boolean
  page: number
  next: string | null
}

/** A page of a list as the API gives it. */
export function listAnswer<Row, Facet extends string, Sort extends string>(
  definition: ListDefinition<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  { rows, total, exact }: ListOutcome<Row, Facet>,
): ListAnswer<Row> {
  const pages = Math.ceil(Math.min(total, deepestRow) / definition.perPage)
  const next = params.page < pages ? `/api/v1${listHref(definition, params, { page: params.page + 1 })}` : null
  return { items: rows, total, exact, page: params.page, next }
}
