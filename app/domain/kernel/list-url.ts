import { type ListDefinition, type ListParams, deepestRow } from './list'

const longestWords = 200
const mostValues = 20

/** Reads what a URL asks of a list. What a person may have mistyped is left out rather than refused: a shared link always shows a list. */
export function readListParams<Facet extends string, Sort extends string>(
  definition: ListDefinition<Facet, Sort>,
  search: URLSearchParams,
): ListParams<Facet, Sort> {
  const chosen = {} as Record<Facet, string[]>
  for (const facet of facetNames(definition)) {
    const { kind, values } = definition.facets[facet]
    const asked = [...new Set(search.getAll(facet).map((value) => value.trim()))].filter(
      (value) => value !== '' && value.length <= 60 && !value.includes('\0') && (!values || values.includes(value)),
    )
    chosen[facet] = asked.slice(0, kind === 'one' ? 1 : mostValues)
  }
  const sort = definition.sorts.find((each) => each === search.get('sort')) ?? definition.sorts[0]
  const words = (search.get('q') ?? '').replaceAll('\0', '').trim().slice(0, longestWords)
  return { words, chosen, sort, page: pageNumber(search, definition.perPage) }
}

/** The page that a URL asks for, from 1; nobody turns further than to the deepest row. */
export function pageNumber(search: URLSearchParams, perPage: number): number {
  const page = Number(search.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 ? Math.min(page, Math.ceil(deepestRow / perPage)) : 1
}

/** The query of a list's URL: always in the same order, and without what goes without saying. */
export function listQuery<Facet extends string, Sort extends string>(
  definition: ListDefinition<Facet, Sort>,
  params: ListParams<Facet, Sort>,
): URLSearchParams {
  const search = new URLSearchParams()
  if (params.words) search.set('q', params.words)
  for (const facet of facetNames(definition)) for (const value of params.chosen[facet]) search.append(facet, value)
  if (params.sort !== definition.sorts[0]) search.set('sort', params.sort)
  if (params.page > 1) search.set('page', String(params.page))
  return search
}

/** Path and query of a list with some of what is asked changed; any change but that of the page leads back to the first one. */
export function listHref<Facet extends string, Sort extends string>(
  definition: ListDefinition<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  change: Partial<ListParams<Facet, Sort>> = {},
): string {
  const query = listQuery(definition, { ...params, page: 1, ...change }).toString()
  return query ? `${definition.path}?${query}` : definition.path
}

export const facetNames = <Facet extends string>(definition: ListDefinition<Facet, string>): Facet[] =>
  Object.keys(definition.facets) as Facet[]
