import type { Queryable } from '#db/client'
import { type DocumentKind, documentId } from '#search/document'
import type { Search } from '~/services/search/search.server'
import { achievementListDefinition } from '../achievement/list'
import { achievementIds } from '../achievement/list.server'
import { capabilityListDefinition } from '../capability/list'
import { capabilityIds } from '../capability/list.server'
import { challengeListDefinition } from '../challenge/list'
import { challengeIds } from '../challenge/list.server'
import type { ListDefinition, ListParams } from '../kernel/list'
import { listHref, readListParams } from '../kernel/list-url'
import { searchIds } from './people-search.server'
import { searchListDefinition } from './search-list'

/** A challenge or listing, as searches meet it. */
export interface Thing {
  kind: DocumentKind
  id: string
  number: string
}

/** What the list shows is asked of: its own tables, or what searches. */
export interface Asked {
  db: Queryable
  /** Only lists with `engine` ask for it. @throws SearchUnavailable */
  search: () => Promise<Search>
  now: Date
}

/** A list whose searches can be kept. It answers by the query of its own page, so that page and saved search cannot differ. */
export interface SavedList {
  definition: ListDefinition
  kinds: readonly DocumentKind[]
  /** Whether it is an engine that finds. */
  engine: boolean
  /** Whether a page of the list shows the thing. */
  shows(asked: Asked, params: ListParams, thing: Thing): Promise<boolean>
  /** Ids of what its pages show, at most so many. */
  ids(asked: Asked, params: ListParams, limit: number): Promise<string[]>
}

type IdsOf<Params> = (
  db: Queryable,
  params: Params,
  now: Date,
  which: { only?: string; limit: number },
) => Promise<string[]>

/** A list that comes from a table. */
function fromTable<Params extends ListParams>(
  definition: ListDefinition,
  kind: DocumentKind,
  ids: IdsOf<Params>,
): SavedList {
  return {
    definition,
    kinds: [kind],
    engine: false,
    shows: async ({ db, now }, params, { id }) =>
      (await ids(db, params as Params, now, { only: id, limit: 1 })).length > 0,
    ids: ({ db, now }, params, limit) => ids(db, params as Params, now, { limit }),
  }
}

type SearchParams = Parameters<typeof searchIds>[1]

const searchOfAll: SavedList = {
  definition: searchListDefinition,
  kinds: ['challenge', 'achievement', 'capability'],
  engine: true,
  // Whoever typed a number is given that document, whatever it is narrowed to.
  shows: async ({ search, now }, params, { kind, id, number }) =>
    (await searchIds(await search(), params as SearchParams, now, { only: number, limit: 1 })).includes(
      documentId(kind, id),
    ),
  ids: async ({ search, now }, params, limit) =>
    (await searchIds(await search(), params as SearchParams, now, { limit })).map((id) =>
      id.slice(id.indexOf('-') + 1),
    ),
}

/** Every list with `savedAs`, by its path. */
export const savedLists: ReadonlyMap<string, SavedList> = new Map(
  [
    fromTable(challengeListDefinition, 'challenge', challengeIds),
    fromTable(achievementListDefinition, 'achievement', achievementIds),
    fromTable(capabilityListDefinition, 'capability', capabilityIds),
    searchOfAll,
  ].map((list) => [list.definition.path, list]),
)

/** A search as its list writes it. */
export interface SavedPlace {
  list: SavedList
  params: ListParams
  /** Path and query without a page. */
  path: string
}

/** Longer ones do not fit into the index that keeps them apart. */
const longestPath = 2_000

/** Reads a path of this site as a search that can be kept; null for any other. */
export function savedPlace(path: string): SavedPlace | null {
  if (!path.startsWith('/') || path.startsWith('//')) return null
  const [at = '', query = ''] = path.split('?', 2)
  const list = savedLists.get(at)
  if (!list) return null
  const params = { ...readListParams(list.definition, new URLSearchParams(query)), page: 1 }
  const written = listHref(list.definition, params)
  return written.length > longestPath ? null : { list, params, path: written }
}
