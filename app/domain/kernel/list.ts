/** One facet of a list: its name in the URL is its key in the definition. */
export interface FacetDefinition {
  /** `many`: several values at once, any of them fits; `one`: one at a time. */
  kind: 'many' | 'one'
  /** The closed list of values in their order; null for free labels such as tags. */
  values: readonly string[] | null
  /** Text key of its name. */
  label: string
  /** Prefix of the text keys of its values, `<prefix>.<value>`; null where a value is its own label. */
  valueLabel: string | null
}

/** A list that people filter, sort, share by URL, page through and take away: described once, read by page, URL, export and feed. */
export interface ListDefinition<Facet extends string = string, Sort extends string = string> {
  path: string
  facets: Readonly<Record<Facet, FacetDefinition>>
  /** The first is the order of a URL that says none; `relevance` only where words are looked for, and then before the first. */
  sorts: readonly [Sort, ...Sort[]]
  /** Text keys of the sorts. */
  sortLabels: Readonly<Record<Sort, string>>
  perPage: number
  /** As what the list can be taken along; each has a route of its own. */
  feeds?: readonly ('rss' | 'csv' | 'xlsx')[]
  /** Text key of its title; a list that has one can be kept as a saved search. */
  savedAs?: string
}

/** The order of a URL that says none. */
export const usualSort = <Sort extends string>({ sorts }: ListDefinition<string, Sort>, words: string): Sort =>
  (words !== '' && sorts.find((sort) => sort === 'relevance')) || sorts[0]

/** The orders that make sense with these words, the usual one first. */
export const sortsWith = <Sort extends string>(definition: ListDefinition<string, Sort>, words: string): Sort[] => {
  const usual = usualSort(definition, words)
  return [usual, ...definition.sorts.filter((sort) => sort !== usual && (sort !== 'relevance' || words !== ''))]
}

/** What a URL asks of a list. */
export interface ListParams<Facet extends string = string, Sort extends string = string> {
  words: string
  chosen: Readonly<Record<Facet, readonly string[]>>
  sort: Sort
  /** From 1. */
  page: number
}

/** Longest row number that a list pages to: beyond it narrowing helps, paging does not. */
export const deepestRow = 10_000

/** What a list's query gives: one page of rows, how many there are (at least, where `exact` is false), and the counts per facet value. */
export interface ListOutcome<Row, Facet extends string = string> {
  rows: Row[]
  total: number
  exact: boolean
  counts: Readonly<Record<Facet, readonly { value: string; count: number }[]>>
}

export type FacetOf<Definition> = Definition extends ListDefinition<infer Facet, string> ? Facet : never
export type SortOf<Definition> = Definition extends ListDefinition<string, infer Sort> ? Sort : never
export type ParamsOf<Definition> = ListParams<FacetOf<Definition>, SortOf<Definition>>
