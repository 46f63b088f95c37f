import type { Queryable } from '#db/client'
import type { DocumentKind } from '#search/document'
import { type SearchEngine, type SearchHit, SearchUnavailable, type Snippet } from '#search/engine'
import { achievementListDefinition } from '../achievement/list'
import { achievementList } from '../achievement/list.server'
import { capabilityListDefinition } from '../capability/list'
import { capabilityList } from '../capability/list.server'
import { challengeListDefinition } from '../challenge/list'
import { challengeList } from '../challenge/list.server'
import { visitor } from '../kernel/actor'
import type { ListOutcome } from '../kernel/list'
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

export type Found =
  | ({ by: 'engine' } & ListOutcome<FoundRow, 'kind'>)
  /** The engine does not answer: some of each kind, found by comparing text. */
  | { by: 'database'; parts: { kind: DocumentKind; rows: FoundRow[]; total: number; all: string }[] }

const paths = {
  challenge: '/challenges',
  achievement: '/achievements',
  capability: '/capabilities',
} as const satisfies Record<DocumentKind, string>

/** Most hits that Meilisearch pages to with its default settings. */
const deepestHit = 1_000

/** What people find in everything public; where the engine does not answer, the database's own lists. */
export async function searchPublic(
  db: Queryable,
  engine: SearchEngine,
  params: SearchListParams,
  now: Date,
): Promise<Found> {
  try {
    return { by: 'engine', ...(await byEngine(engine, params, now)) }
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error
    return { by: 'database', parts: await byDatabase(db, params, now) }
  }
}

async function byEngine(engine: SearchEngine, params: SearchListParams, now: Date) {
  const { perPage } = searchListDefinition
  const kinds = params.chosen.kind as readonly DocumentKind[]
  const open = { openAfter: now.getTime() }
  const asked = { q: params.words, sort: params.sort, facets: ['kind'] as const }
  const found = await engine.search({
    ...asked,
    filters: { ...open, kinds },
    limit: perPage,
    offset: Math.min((params.page - 1) * perPage, deepestHit - perPage),
  })
  // The counts beside the kinds are of everything found, whichever kinds are shown.
  const counted = kinds.length === 0 ? found : await engine.search({ ...asked, filters: open, limit: 0, offset: 0 })
  return {
    rows: found.hits.map(hitRow),
    total: Math.min(found.total, deepestHit),
    exact: found.totalIsExact || found.total < deepestHit,
    counts: { kind: Object.entries(counted.facets.kind ?? {}).map(([value, count]) => ({ value, count })) },
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
  const all = (kind: DocumentKind) => `${paths[kind]}?${new URLSearchParams(params.words ? { q: params.words } : {})}`
  const parts: (Found & { by: 'database' })['parts'] = []
  if (wanted('challenge')) {
    const chosen = { ...nothingOf(challengeListDefinition.facets), state: ['open'] }
    const { rows, total } = await challengeList(
      db,
      visitor,
      { ...words, chosen, sort: challengeListDefinition.sorts[0] },
      now,
    )
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
        achievementList(
          db,
          { ...words, chosen: nothingOf(achievementListDefinition.facets), sort: achievementListDefinition.sorts[0] },
          now,
        ),
    ],
    [
      'capability',
      () =>
        capabilityList(
          db,
          { ...words, chosen: nothingOf(capabilityListDefinition.facets), sort: capabilityListDefinition.sorts[0] },
          now,
        ),
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
