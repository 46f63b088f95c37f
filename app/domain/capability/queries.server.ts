import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { capability, capabilityMetric, organization } from '#db/schema'
import type { SearchDocument } from '#search/document'
import { listerColumns, listingDocument, listingsOf } from '../achievement/listing.server'
import { type Actor, belongsTo, writesFor } from '../kernel/actor'
import { businessNow } from '../kernel/clock'
import { type MetricView, metricView } from '../kernel/metric'
import { effectiveState } from '../kernel/states'
import { capabilityStates } from './rules'

type Row = typeof capability.$inferSelect

/** A listing as pages and the API show it. Money is decimal fen, moments are ISO text. */
export interface CapabilityView {
  id: string
  number: string | null
  state: Row['state']
  title: string
  abstract: string
  field: Row['field']
  tags: string[]
  keywords: string[]
  metrics: MetricView[]
  trl: number | null
  service_kind: Row['serviceKind']
  instruments: string
  marks: string[]
  price_fen: string | null
  price_unit: Row['priceUnit']
  lead_time_days: number | null
  listed_at: string | null
  valid_until: string | null
  organization: { id: string; name: string; kind: string; platform_type: string | null; region: string }
  /** Whether the reader may change it. */
  mine: boolean
}

/** One capability by number or id, as this reader may see it: listed ones everybody, others their organisation; null otherwise. */
export async function readCapability(
  db: Queryable,
  actor: Actor,
  which: { number: string } | { id: string },
  now: Date,
): Promise<CapabilityView | null> {
  const [found] = await db
    .select({ row: capability, owner: listerColumns })
    .from(capability)
    .innerJoin(organization, eq(organization.id, capability.organizationId))
    .where('number' in which ? eq(capability.number, which.number) : eq(capability.id, which.id))
  if (!found) return null
  const { row } = found
  const state = effectiveState(capabilityStates, row, now)
  if (state !== 'listed' && !belongsTo(actor, row.organizationId)) return null
  return {
    id: row.id,
    number: row.number,
    state,
    title: row.title,
    abstract: row.abstract,
    field: row.field,
    tags: row.tags,
    keywords: row.keywords,
    metrics: await metricsOf(db, row.id),
    trl: row.trl,
    service_kind: row.serviceKind,
    instruments: row.instruments,
    marks: row.marks,
    price_fen: row.priceFen?.toString() ?? null,
    price_unit: row.priceUnit,
    lead_time_days: row.leadTimeDays,
    listed_at: row.listedAt?.toISOString() ?? null,
    valid_until: row.validUntil?.toISOString() ?? null,
    organization: found.owner,
    mine: writesFor(actor, row.organizationId),
  }
}

async function metricsOf(db: Queryable, id: string): Promise<MetricView[]> {
  const rows = await db
    .select()
    .from(capabilityMetric)
    .where(eq(capabilityMetric.capabilityId, id))
    .orderBy(asc(capabilityMetric.position))
  return rows.map(metricView)
}

/** What an organisation has, newest first. */
export const capabilitiesOf = (db: Queryable, organizationId: string, now: Date) =>
  listingsOf(db, capability, capabilityStates, organizationId, now)

/** What search may know of it now; null when it must not be found. */
export async function capabilityDocument(db: Queryable, id: string): Promise<SearchDocument | null> {
  const [found] = await db
    .select({ row: capability, owner: listerColumns })
    .from(capability)
    .innerJoin(organization, eq(organization.id, capability.organizationId))
    .where(eq(capability.id, id))
  if (!found || effectiveState(capabilityStates, found.row, await businessNow(db)) !== 'listed') return null
  return listingDocument('capability', found.row, found.owner, await metricsOf(db, id), {
    text: [found.row.abstract, found.row.instruments].filter(Boolean).join('\n'),
    transferModes: [],
  })
}
