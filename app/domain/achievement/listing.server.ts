import { asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type achievement, type capability, organization } from '#db/schema'
import { type SearchDocument, documentId } from '#search/document'
import type { MetricView } from '../kernel/metric'
import { type Lifecycle, type StateTable, effectiveState } from '../kernel/states'

/** What achievements and capabilities have in common: both are listings of an organisation. */
export type ListingTable = typeof achievement | typeof capability
type ListingRow = typeof achievement.$inferSelect | typeof capability.$inferSelect

/** Who lists it, as views and search carry it. */
export const listerColumns = {
  id: organization.id,
  name: organization.name,
  kind: organization.kind,
  platform_type: organization.platformType,
  region: organization.region,
}

/** What an organisation has, newest first, each in the state that holds now. */
export async function listingsOf<State extends ListingRow['state'], Event extends string>(
  db: Queryable,
  table: ListingTable,
  states: StateTable<State, Event, LockedListing<State>>,
  organizationId: string,
  now: Date,
  limit = 200,
) {
  const rows = await db
    .select({ ...lockedColumns(table), trl: table.trl })
    .from(table)
    .where(eq(table.organizationId, organizationId))
    .orderBy(desc(table.createdAt))
    .limit(limit)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: effectiveState(states, { ...row, state: row.state as State }, now),
    title: row.title,
    trl: row.trl,
    valid_until: row.validUntil?.toISOString() ?? null,
  }))
}

/** A listing as search knows it; `more` is what only one kind has. */
export const listingDocument = (
  kind: 'achievement' | 'capability',
  row: ListingRow,
  lister: { id: string; name: string; region: string },
  metrics: readonly MetricView[],
  more: { text: string; transferModes: string[] },
): SearchDocument => ({
  id: documentId(kind, row.id),
  kind,
  number: row.number,
  title: row.title,
  ...more,
  keywords: row.keywords,
  field: row.field,
  tags: row.tags,
  metrics: metrics.map(({ name, value, value_to, unit }) => ({
    name,
    value: value_to === null ? value : [value, value_to],
    unit,
  })),
  targets: [],
  trl: row.trl,
  region: lister.region,
  organizationId: lister.id,
  organizationName: lister.name,
  openUntil: row.validUntil?.getTime() ?? null,
  publishedAt: row.listedAt?.getTime() ?? 0,
})

interface LockedListing<State extends string> {
  id: string
  state: State
  organizationId: string
  validUntil: Date | null
  listedAt: Date | null
  title: string
  number: string | null
}

const lockedColumns = (table: ListingTable) => ({
  id: table.id,
  state: table.state,
  organizationId: table.organizationId,
  validUntil: table.validUntil,
  listedAt: table.listedAt,
  title: table.title,
  number: table.number,
})

/** The life of a listing: where it is kept, and what an event keeps of it. */
export function listingLifecycle<State extends ListingRow['state'], Event extends string>(
  name: 'achievement' | 'capability',
  table: ListingTable,
  states: StateTable<State, Event, LockedListing<State>>,
): Lifecycle<LockedListing<State>, State, Event> {
  return {
    name,
    states,
    async lock(tx, id) {
      const [row] = await tx.select(lockedColumns(table)).from(table).where(eq(table.id, id)).for('update')
      return (row as LockedListing<State> | undefined) ?? null
    },
    async move(tx, id, state, nextEventAt) {
      await tx
        .update(table as typeof achievement)
        .set({
          state: state as (typeof achievement.$inferSelect)['state'],
          nextEventAt,
          updatedAt: sql`clock_timestamp()`,
        })
        .where(eq(table.id, id))
    },
    snapshot: (row) => ({
      state: row.state,
      number: row.number,
      title: row.title,
      valid_until: row.validUntil?.toISOString() ?? null,
    }),
    async due(db, at, limit) {
      const rows = await db
        .select({ id: table.id })
        .from(table)
        .where(lte(table.nextEventAt, at))
        .orderBy(asc(table.nextEventAt))
        .limit(limit)
      return rows.map((row) => row.id)
    },
  }
}
