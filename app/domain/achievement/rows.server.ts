import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { achievementMetric } from '#db/schema'
import { metricColumns } from '../kernel/metric'
import type { AchievementFields } from './schema'

/** A form's fields as columns. */
export const columnsOf = (input: AchievementFields) => ({
  title: input.title,
  abstract: input.abstract,
  field: input.field ?? null,
  tags: input.tags,
  keywords: input.keywords,
  trl: input.trl ?? null,
  trlEvidence: input.trl_evidence,
  ip: input.ip,
  inventors: input.inventors,
  transferModes: input.transfer_modes,
  priceMinFen: input.price_min_fen ?? null,
  priceMaxFen: input.price_max_fen ?? null,
  priceNegotiable: input.price_min_fen == null && input.price_max_fen == null,
  comparison: input.comparison,
  soughtPartner: input.sought_partner,
  nextStep: input.next_step,
})

/** Replaces the figures of a listing. */
export async function writeMetrics(
  tx: Tx,
  achievementId: string,
  metrics: AchievementFields['metrics'],
): Promise<void> {
  await tx.delete(achievementMetric).where(eq(achievementMetric.achievementId, achievementId))
  if (metrics.length === 0) return
  await tx.insert(achievementMetric).values(metricColumns(metrics).map((metric) => ({ achievementId, ...metric })))
}
