import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { capability } from '#db/schema'
import { type ListingRow, listingSource, newestOf } from '../achievement/list.server'
import { type ListAsked, type ListSource, listIds, listOutcome, listRows } from '../kernel/list-query.server'
import { type CapabilityFacet, type CapabilitySort, capabilityListDefinition } from './list'

const newest = newestOf(capability)

export const capabilitySource: ListSource<CapabilityFacet, CapabilitySort, ListingRow> = {
  name: 'capability',
  perPage: capabilityListDefinition.perPage,
  ...listingSource(capability),
  facets: {
    kind: { value: () => sql`${capability.serviceKind}` },
    field: { value: () => sql`${capability.field}` },
    tag: { value: () => sql`${capability.tags}`, many: true },
  },
  order: { newest, relevance: newest },
}

type Asked = ListAsked<CapabilityFacet, CapabilitySort>

export const capabilityList = (db: Queryable, asked: Asked) => listOutcome(db, capabilitySource, asked)

/** Rows of the list without its paging, for a file or a feed. */
export const capabilityRows = (db: Queryable, asked: Asked, limit: number) =>
  listRows(db, capabilitySource, asked, limit)

export const capabilityIds = (db: Queryable, asked: Asked, which: { only?: string; limit: number }) =>
  listIds(db, capabilitySource, asked, which)
