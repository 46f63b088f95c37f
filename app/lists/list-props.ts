import { type ListDefinition, type ListOutcome, type ListParams, deepestRow } from '~/domain/kernel/list'
import type { Facet as ShownFacet } from '~/components/listing/facets'
import { type T, isTextKey } from '~/i18n'
import { facetNames, listHref, listQuery } from './url'

const textOf = (t: T, key: string) => (isTextKey(key) ? t(key) : key)

const valueTextOf = <Facet extends string>(
  definition: ListDefinition<Facet, string>,
  t: T,
  facet: Facet,
  value: string,
) => {
  const prefix = definition.facets[facet].valueLabel
  return prefix ? textOf(t, `${prefix}.${value}`) : value
}

/** What is chosen in a list, as people read it: first the words, then each value. */
export const chosenTexts = <Facet extends string>(
  definition: ListDefinition<Facet, string>,
  params: ListParams<Facet, string>,
  t: T,
): string[] => [
  ...(params.words ? [`“${params.words}”`] : []),
  ...facetNames(definition).flatMap((facet) =>
    params.chosen[facet].map((value) => valueTextOf(definition, t, facet, value)),
  ),
]

/** Everything the list page shows around its rows: facets with counts, sorts, chips, pager, feeds. */
export function listProps<Facet extends string, Sort extends string>(
  definition: ListDefinition<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  outcome: Omit<ListOutcome<unknown, Facet>, 'rows'>,
  t: T,
) {
  const text = (key: string) => textOf(t, key)
  const valueText = (facet: Facet, value: string) => valueTextOf(definition, t, facet, value)
  const without = (facet: Facet, value: string) =>
    listHref(definition, params, {
      chosen: { ...params.chosen, [facet]: params.chosen[facet].filter((each) => each !== value) },
    })
  const facets: ShownFacet[] = facetNames(definition).map((name) => {
    const { kind, values, label } = definition.facets[name]
    const counts = new Map(outcome.counts[name].map((each) => [each.value, each.count]))
    const chosen = params.chosen[name]
    const shown = values
      ? values.filter((value) => counts.has(value) || chosen.includes(value))
      : [...new Set([...chosen, ...counts.keys()])]
    return {
      name,
      label: text(label),
      kind,
      options: shown.map((value) => ({
        value,
        label: valueText(name, value),
        count: counts.get(value) ?? 0,
        checked: chosen.includes(value),
      })),
    }
  })
  const chips = [
    ...(params.words ? [{ label: `“${params.words}”`, without: listHref(definition, params, { words: '' }) }] : []),
    ...facetNames(definition).flatMap((facet) =>
      params.chosen[facet].map((value) => ({ label: valueText(facet, value), without: without(facet, value) })),
    ),
  ]
  const kept: Record<string, string> = params.sort === definition.sorts[0] ? {} : { sort: params.sort }
  const pages = Math.max(1, Math.ceil(Math.min(outcome.total, deepestRow) / definition.perPage))
  const taken = (format: 'rss' | 'csv') => {
    const query = listQuery(definition, { ...params, page: 1 }).toString()
    return `${definition.path}.${format}${query ? `?${query}` : ''}`
  }
  return {
    action: definition.path,
    facets,
    kept,
    count: { total: outcome.total, exact: outcome.exact },
    sorts: definition.sorts.map((sort) => ({
      label: text(definition.sortLabels[sort]),
      to: listHref(definition, params, { sort }),
      current: sort === params.sort,
    })),
    chips,
    clear: listHref(definition, params, {
      words: '',
      chosen: Object.fromEntries(facetNames(definition).map((facet) => [facet, []])) as unknown as Record<Facet, []>,
    }),
    pager: { page: params.page, pages, to: (page: number) => listHref(definition, params, { page }) },
    save: definition.savedAs
      ? `/workspace/saved-searches/new?${new URLSearchParams({ of: listHref(definition, params) })}`
      : undefined,
    feeds: definition.feeds && Object.fromEntries(definition.feeds.map((format) => [format, taken(format)])),
  }
}
