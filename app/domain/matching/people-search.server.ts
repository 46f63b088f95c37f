import type { Queryable } from '#db/client'
import type { DocumentKind } from '#search/document'
import type { FacetName, SearchFilters, SearchHit, Snippet } from '#search/engine'
import { type Correction, correctedQuery } from '#search/terms/spelling'
import type { Search } from '~/services/search/search.server'
import { achievementListDefinition } from '../achievement/list'
import { achievementList } from '../achievement/list.server'
import { capabilityListDefinition } from '../capability/list'
import { capabilityList } from '../capability/list.server'
import { challengeListDefinition } from '../challenge/list'
import { challengeList } from '../challenge/list.server'
import type { ListOutcome } from '../kernel/list'
import { answeredWithin, engineWithinMs } from './deadline'
import { deepestHit } from './list-words.server'
import type { Name } from './names'
import { type SearchHelp, noHelp, searchHelp } from './search-help.server'
import { type SearchListParams, searchListDefinition } from './search-list'

/** One public thing that was found. */
export interface FoundRow {
  kind: DocumentKind
  number: string
  to: string
  title: Snippet
  /** Null where there is nothing but the title. */
  snippet: Snippet | null
  field: string | null
  organization: string | null
  trl: number | null
  /** ISO, of challenges alone. */
  closes_at: string | null
}

export type Found = { help: SearchHelp; corrections: Correction[] } & FoundBy

type FoundBy =
  | ({ by: 'engine' } & ListOutcome<FoundRow, 'kind' | 'field'>)
  /** The engine does not answer: some of each kind, found by comparing text. */
  | { by: 'database'; parts: { kind: DocumentKind; rows: FoundRow[]; total: number; all: string }[] }

const paths = {
  challenge: '/challenges',
  achievement: '/achievements',
  capability: '/capabilities',
} as const satisfies Record<DocumentKind, string>

export interface SearchContext {
  fields: readonly Name[]
  now: Date
  /** Told why the engine was not used. */
  onFailure: (error: unknown) => void
}

/** What people find in everything public; where the engine does not answer, or not in time, the database's own lists. */
export async function searchPublic(
  db: Queryable,
  search: Search,
  params: SearchListParams,
  { fields, now, onFailure }: SearchContext,
): Promise<Found> {
  try {
    return await answeredWithin(engineWithinMs, corrected(search, params, { fields, now }))
  } catch (error) {
    onFailure(error)
    return { by: 'database', parts: await byDatabase(db, params, now), corrections: [], help: noHelp }
  }
}

async function corrected(search: Search, params: SearchListParams, { fields, now }: Omit<SearchContext, 'onFailure'>) {
  const { q, corrections } = correctedQuery(params.words, (await search.names()).latin)
  const { hits, ...found } = await byEngine(search, { ...params, words: q }, now)
  const help = params.page === 1 ? await searchHelp(search, q, hits, fields) : noHelp
  return { by: 'engine' as const, ...found, corrections, help }
}

/** What a search's choices are to an engine: `open` goes without saying. */
const filtersOf = (params: SearchListParams, now: Date) => ({
  chosen: { kinds: params.chosen.kind as readonly DocumentKind[], fields: params.chosen.field } satisfies SearchFilters,
  open: { openAfter: now.getTime() },
})

/**
 * Ids of what a search finds, on whichever page, as documents are called; with `only`, of the one with this number alone.
 * @throws SearchUnavailable: what the database would find in its place is not what the page shows.
 */
export async function searchIds(
  search: Search,
  params: SearchListParams,
  now: Date,
  { only, limit }: { only?: string; limit: number },
): Promise<string[]> {
  const { q } = correctedQuery(params.words, (await search.names()).latin)
  const { open, chosen } = filtersOf(params, now)
  const { ids } = await search.engine.find({
    ...{ q, sort: params.sort, limit: Math.min(limit, deepestHit), offset: 0 },
    filters: { ...open, ...chosen, ...(only ? { numbers: [only] } : {}) },
  })
  return ids
}

async function byEngine({ engine }: Search, params: SearchListParams, now: Date) {
  const { perPage } = searchListDefinition
  const { open, chosen } = filtersOf(params, now)
  const asked = { q: params.words, sort: params.sort }
  const found = await engine.search({
    ...asked,
    facets: ['kind', 'field'],
    filters: { ...open, ...chosen },
    limit: perPage,
    offset: Math.min((params.page - 1) * perPage, deepestHit - perPage),
  })
  // The counts of a facet are of what is found without its own choice.
  const counts = async (facet: FacetName, choice: 'kinds' | 'fields') => {
    const counted = chosen[choice]?.length
      ? await engine.search({
          ...{ ...asked, facets: [facet], limit: 0, offset: 0 },
          filters: { ...open, ...chosen, [choice]: [] },
        })
      : found
    return Object.entries(counted.facets[facet] ?? {}).map(([value, count]) => ({ value, count }))
  }
  return {
    hits: found.hits,
    rows: found.hits.map(hitRow),
    total: Math.min(found.total, deepestHit),
    exact: found.totalIsExact || found.total < deepestHit,
    counts: { kind: await counts('kind', 'kinds'), field: await counts('field', 'fields') },
  }
}

const hitRow = ({ document, title, snippet }: SearchHit): FoundRow => ({
  kind: document.kind,
  number: document.number ?? '',
  to: `${paths[document.kind]}/${document.number}`,
  title,
  snippet: snippet.text === '' ? null : snippet,
  field: document.field,
  organization: document.organizationName,
  trl: document.trl,
  closes_at: document.kind === 'challenge' && document.openUntil ? new Date(document.openUntil).toISOString() : null,
})

const plain = (text: string): Snippet => ({ text, marks: [] })

async function byDatabase(db: Queryable, params: SearchListParams, now: Date) {
  const words = { words: params.words, page: 1 } as const
  const wanted = (kind: DocumentKind) => params.chosen.kind.length === 0 || params.chosen.kind.includes(kind)
  const { field } = params.chosen
  const query = new URLSearchParams([
    ...(params.words ? [['q', params.words]] : []),
    ...field.map((each) => ['field', each]),
  ])
  const all = (kind: DocumentKind) => `${paths[kind]}?${query}`
  const parts: (FoundBy & { by: 'database' })['parts'] = []
  if (wanted('challenge')) {
    const chosen = { ...nothingOf(challengeListDefinition.facets), field, state: ['open'] }
    const params = { ...words, chosen, sort: challengeListDefinition.sorts[0] }
    const { rows, total } = await challengeList(db, { params, at: now })
    parts.push({
      kind: 'challenge',
      total,
      all: all('challenge'),
      rows: rows.slice(0, 10).map((row) => ({
        ...{ kind: 'challenge', number: row.number, to: `${paths.challenge}/${row.number}`, title: plain(row.title) },
        ...{ snippet: null, field: row.field, organization: row.poser, trl: null, closes_at: row.bid_deadline },
      })),
    })
  }
  const listings = [
    [
      'achievement',
      () =>
        achievementList(db, {
          params: {
            ...words,
            chosen: { ...nothingOf(achievementListDefinition.facets), field },
            sort: achievementListDefinition.sorts[0],
          },
          at: now,
        }),
    ],
    [
      'capability',
      () =>
        capabilityList(db, {
          params: {
            ...words,
            chosen: { ...nothingOf(capabilityListDefinition.facets), field },
            sort: capabilityListDefinition.sorts[0],
          },
          at: now,
        }),
    ],
  ] as const
  for (const [kind, read] of listings) {
    if (!wanted(kind)) continue
    const { rows, total } = await read()
    parts.push({
      kind,
      total,
      all: all(kind),
      rows: rows.slice(0, 10).map((row) => ({
        ...{ kind, number: row.number, to: `${paths[kind]}/${row.number}`, title: plain(row.title), snippet: null },
        ...{ field: row.field, organization: row.organization, trl: row.trl, closes_at: null },
      })),
    })
  }
  return parts
}

const nothingOf = <Facet extends string>(facets: Record<Facet, unknown>): Record<Facet, readonly string[]> =>
  Object.fromEntries(Object.keys(facets).map((facet) => [facet, []])) as unknown as Record<Facet, readonly string[]>
