import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { capabilityMetric } from '#db/schema'
import { metricColumns } from '../kernel/metric'
import type { CapabilityFields } from './schema'

/** A form's fields as columns. */
export const columnsOf = (input: CapabilityFields) => ({
  title: input.title,
  abstract: input.abstract,
  serviceKind: input.service_kind,
  field: input.field ?? null,
  tags: input.tags,
  keywords: input.keywords,
  trl: input.trl ?? null,
  instruments: input.instruments,
  marks: input.marks,
  priceFen: input.price_fen ?? null,
  priceUnit: input.price_unit,
  leadTimeDays: input.lead_time_days ?? null,
})

/** Replaces the figures of a listing. */
export async function writeMetrics(tx: Tx, capabilityId: string, metrics: CapabilityFields['metrics']): Promise<void> {
  await tx.delete(capabilityMetric).where(eq(capabilityMetric.capabilityId, capabilityId))
  if (metrics.length === 0) return
  await tx.insert(capabilityMetric).values(metricColumns(metrics).map((metric) => ({ capabilityId, ...metric })))
}
