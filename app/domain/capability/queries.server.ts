import { asc, desc, eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { capability, capabilityMetric, organization } from '#db/schema'
import { type SearchDocument, documentId } from '#search/document'
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

const owner = {
  id: organization.id,
  name: organization.name,
  kind: organization.kind,
  platform_type: organization.platformType,
  region: organization.region,
}

/** One capability by number or id, as this reader may see it: listed ones everybody, others their organisation; null otherwise. */
export async function readCapability(
  db: Queryable,
  actor: Actor,
  which: { number: string } | { id: string },
  now: Date,
): Promise<CapabilityView | null> {
  const [found] = await db
    .select({ row: capability, owner })
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
export async function capabilitiesOf(db: Queryable, organizationId: string, now: Date, limit = 200) {
  const rows = await db
    .select({
      id: capability.id,
      number: capability.number,
      state: capability.state,
      organizationId: capability.organizationId,
      title: capability.title,
      trl: capability.trl,
      listedAt: capability.listedAt,
      validUntil: capability.validUntil,
    })
    .from(capability)
    .where(eq(capability.organizationId, organizationId))
    .orderBy(desc(capability.createdAt))
    .limit(limit)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: effectiveState(capabilityStates, row, now),
    title: row.title,
    trl: row.trl,
    valid_until: row.validUntil?.toISOString() ?? null,
  }))
}

/** What search may know of it now; null when it must not be found. */
export async function capabilityDocument(db: Queryable, id: string): Promise<SearchDocument | null> {
  const [found] = await db
    .select({ row: capability, owner })
    .from(capability)
    .innerJoin(organization, eq(organization.id, capability.organizationId))
    .where(eq(capability.id, id))
  if (!found || effectiveState(capabilityStates, found.row, await businessNow(db)) !== 'listed') return null
  const { row } = found
  const metrics = await metricsOf(db, id)
  return {
    id: documentId('capability', id),
    kind: 'capability',
    number: row.number,
    title: row.title,
    text: [row.abstract, row.instruments].filter(Boolean).join('\n'),
    keywords: row.keywords,
    field: row.field,
    tags: row.tags,
    metrics: metrics.map((metric) => ({
      name: metric.name,
      value: metric.value_to === null ? metric.value : [metric.value, metric.value_to],
      unit: metric.unit,
    })),
    targets: [],
    trl: row.trl,
    transferModes: [],
    region: found.owner.region,
    organizationId: found.owner.id,
    organizationName: found.owner.name,
    openUntil: row.validUntil?.getTime() ?? null,
    publishedAt: row.listedAt?.getTime() ?? 0,
  }
}
