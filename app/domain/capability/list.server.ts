import { type SQL, asc, desc, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { capability } from '#db/schema'
import { type ListingSource, listingIds, listingList, listingPage } from '../achievement/list.server'
import { type CapabilityListParams, capabilityListDefinition } from './list'

const capabilities: ListingSource<'kind' | 'field' | 'tag', 'newest'> = {
  table: capability,
  facets: {
    kind: { column: sql`${capability.serviceKind}`, many: false },
    field: { column: sql`${capability.field}`, many: false },
    tag: { column: sql`${capability.tags}`, many: true },
  },
  order: { newest: [desc(capability.listedAt), asc(capability.id)] as SQL[] },
  perPage: capabilityListDefinition.perPage,
}

export const capabilityList = (db: Queryable, params: CapabilityListParams, now: Date) =>
  listingList(db, capabilities, params, now)

/** Rows of the list without its paging, for a file or a feed. */
export const capabilityRows = (db: Queryable, params: CapabilityListParams, now: Date, limit: number) =>
  listingPage(db, capabilities, params, now, limit, 0)

export const capabilityIds = (
  db: Queryable,
  params: CapabilityListParams,
  now: Date,
  which: { only?: string; limit: number },
) => listingIds(db, capabilities, params, now, which)
