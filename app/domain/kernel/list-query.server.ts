import { type SQL, and, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { heldCounts } from './held-counts'
import type { ListOutcome, ListParams } from './list'

/** What the words of a list found in the search engine: ids, best first. `exact` is false where there may be more. */
export interface WordsFound {
  ids: readonly string[]
  exact: boolean
}

/** One facet in SQL. */
export interface FacetSource {
  /** A value, or where `many` is set an array of labels. */
  value: (at: Date) => SQL
  many?: boolean
  /** Whether a row fits what was chosen, where that is more than being one of the values. */
  fits?: (chosen: readonly string[], at: Date) => SQL | undefined
}

/** What a list of things reads in SQL: the same conditions for its page, counts, files, feed, API and saved searches. */
export interface ListSource<Facet extends string, Sort extends string, Row> {
  /** Tells its counts from those of other lists. */
  name: string
  /** What follows `from`. */
  from: SQL
  id: SQL
  /** What everybody may meet at a moment. */
  visible: (at: Date) => SQL
  /** Words compared as text; where no search engine answers. `pattern` is for `ilike`. */
  compared: (words: string, pattern: string) => SQL
  /** Set where the engine knows but some of the things (open challenges alone): then words are always compared as well. */
  alwaysCompared?: boolean
  facets: Record<Facet, FacetSource>
  order: Record<Sort, (params: ListParams<Facet, Sort>, at: Date) => SQL[]>
  perPage: number
  rows: (db: Queryable, slice: ListSlice) => Promise<Row[]>
}

export interface ListSlice {
  where: SQL
  order: SQL[]
  limit: number
  offset: number
  at: Date
}

/** What is asked of a list at one moment. Without `found` its words are compared as text. */
export interface ListAsked<Facet extends string, Sort extends string> {
  params: ListParams<Facet, Sort>
  at: Date
  found?: WordsFound | null
}

function withWords<F extends string, S extends string>(
  { id, compared, alwaysCompared }: ListSource<F, S, unknown>,
  { params: { words }, found }: ListAsked<F, S>,
): SQL | undefined {
  if (words === '') return undefined
  const isCompared = compared(words, likePattern(words))
  if (!found) return isCompared
  const isFound = sql`${id} = any(${sql.param([...found.ids])}::uuid[])`
  return alwaysCompared ? sql`(${isFound} or ${isCompared})` : isFound
}

/** Words as they are: their marks are no wildcards. */
const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`

function fits({ value, many, fits: own }: FacetSource, chosen: readonly string[], at: Date): SQL | undefined {
  if (chosen.length === 0) return undefined
  if (own) return own(chosen, at)
  const values = sql`${sql.param([...chosen])}::text[]`
  return many ? sql`${value(at)} && ${values}` : sql`${value(at)}::text = any(${values})`
}

const facetsOf = <F extends string>(source: { facets: Record<F, FacetSource> }): F[] =>
  Object.keys(source.facets) as F[]

function condition<F extends string, S extends string>(source: ListSource<F, S, unknown>, asked: ListAsked<F, S>): SQL {
  const { params, at } = asked
  const chosen = facetsOf(source).map((facet) => fits(source.facets[facet], params.chosen[facet], at))
  return and(source.visible(at), withWords(source, asked), ...chosen)!
}

/** The slice of a list as its rows are read; shown to a query-plan test as it stands. */
export function listSlice<F extends string, S extends string>(
  source: ListSource<F, S, unknown>,
  asked: ListAsked<F, S>,
  { limit, offset = 0 }: { limit: number; offset?: number },
): ListSlice {
  const { params, at, found } = asked
  const byRelevance = params.sort === 'relevance' && found
  const order = byRelevance
    ? [sql`array_position(${sql.param([...found.ids])}::uuid[], ${source.id})`]
    : source.order[params.sort](params, at)
  return { where: condition(source, asked), order, limit, offset, at }
}

/** Rows from the first, for a file or a feed. */
export const listRows = <F extends string, S extends string, Row>(
  db: Queryable,
  source: ListSource<F, S, Row>,
  asked: ListAsked<F, S>,
  limit: number,
): Promise<Row[]> => source.rows(db, listSlice(source, asked, { limit }))

/** Ids of what the list shows, on whichever page; with `only`, of this one alone. */
export async function listIds<F extends string, S extends string>(
  db: Queryable,
  source: ListSource<F, S, unknown>,
  asked: ListAsked<F, S>,
  { only, limit }: { only?: string; limit: number },
): Promise<string[]> {
  const where = and(condition(source, asked), only ? sql`${source.id} = ${only}` : undefined)
  const rows = await db.execute<{ id: string }>(
    sql`select ${source.id} as id from ${source.from} where ${where} limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** One page of a list, how many there are, and the counts per facet value under what is chosen of the other facets. */
export async function listOutcome<F extends string, S extends string, Row>(
  db: Queryable,
  source: ListSource<F, S, Row>,
  asked: ListAsked<F, S>,
): Promise<ListOutcome<Row, F>> {
  const { params, found } = asked
  const { perPage } = source
  const rows = await source.rows(db, listSlice(source, asked, { limit: perPage, offset: (params.page - 1) * perPage }))
  const { chosen, words } = params
  const count = () => countAll(db, source, asked)
  const { total, counts } = words ? await count() : await heldCounts(db, JSON.stringify([source.name, chosen]), count)
  return { rows, total, exact: !words || !found || found.exact, counts }
}

const mostValues = 30

interface Counts<F extends string> {
  /** Rows that were looked at. */
  seen: number
  total: number
  counts: Record<F, { value: string; count: number }[]>
}

/** Looks at everything once: the rows under the words, then each facet under the choices of the others. */
async function countAll<F extends string, S extends string>(
  db: Queryable,
  source: ListSource<F, S, unknown>,
  asked: ListAsked<F, S>,
): Promise<Counts<F>> {
  const { params, at } = asked
  const facets = facetsOf(source)
  const chosen = facets.filter((facet) => params.chosen[facet].length > 0)
  const column = (prefix: string, facet: F) => sql.identifier(`${prefix}_${facet}`)
  const columns = [
    ...facets.map((facet) => sql`${source.facets[facet].value(at)} as ${column('value', facet)}`),
    ...chosen.map((facet) => sql`${fits(source.facets[facet], params.chosen[facet], at)} as ${column('fits', facet)}`),
  ]
  const under = (facet: F | null) =>
    and(sql`true`, ...chosen.filter((each) => each !== facet).map((each) => sql`${column('fits', each)}`))
  const values = facets.map((facet) => {
    const value = column('value', facet)
    const each = source.facets[facet].many ? sql`unnest(${value})` : sql`${value}::text`
    return sql`select ${facet}::text as facet, ${each} as value from found where ${under(facet)}`
  })
  const rows = await db.execute<{ facet: string; value: string; count: number }>(sql`
    with found as materialized (
      select ${sql.join(columns, sql`, `)} from ${source.from} where ${and(source.visible(at), withWords(source, asked))}
    )
    select '' as facet, 'seen' as value, count(*)::int as count from found
    union all select '', 'total', count(*)::int from found where ${under(null)}
    union all (
      select facet, value, count(*)::int from (${sql.join(values, sql` union all `)}) each
      where value is not null group by facet, value order by count(*) desc, value
    )`)
  const figure = (name: string) => rows.find(({ facet, value }) => facet === '' && value === name)!.count
  const counts = {} as Counts<F>['counts']
  for (const facet of facets) {
    const own = rows.filter((row) => row.facet === facet)
    counts[facet] = own.slice(0, mostValues).map(({ value, count }) => ({ value, count }))
  }
  return { seen: figure('seen'), total: figure('total'), counts }
}
