import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { achievement, achievementMetric, organization } from '#db/schema'
import type { SearchDocument } from '#search/document'
import { type Actor, belongsTo, writesFor } from '../kernel/actor'
import { businessNow } from '../kernel/clock'
import { type MetricView, metricView } from '../kernel/metric'
import { effectiveState } from '../kernel/states'
import { listerColumns, listingDocument, listingsOf } from './listing.server'
import { achievementStates } from './rules'

type Row = typeof achievement.$inferSelect

/** A listing as pages and the API show it. Money is decimal fen, moments are ISO text. */
export interface AchievementView {
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
  trl_evidence: string
  ip: Row['ip']
  inventors: string[]
  transfer_modes: string[]
  price_min_fen: string | null
  price_max_fen: string | null
  comparison: string
  sought_partner: string
  next_step: string
  listed_at: string | null
  valid_until: string | null
  organization: { id: string; name: string; kind: string; platform_type: string | null; region: string }
  /** Whether the reader may change it. */
  mine: boolean
}

/** One achievement by number or id, as this reader may see it: listed ones everybody, others their organisation; null otherwise. */
export async function readAchievement(
  db: Queryable,
  actor: Actor,
  which: { number: string } | { id: string },
  now: Date,
): Promise<AchievementView | null> {
  const [found] = await db
    .select({ row: achievement, owner: listerColumns })
    .from(achievement)
    .innerJoin(organization, eq(organization.id, achievement.organizationId))
    .where('number' in which ? eq(achievement.number, which.number) : eq(achievement.id, which.id))
  if (!found) return null
  const { row } = found
  const state = effectiveState(achievementStates, row, now)
  const shown = state === 'listed' || state === 'in_negotiation' || state === 'transferred'
  if (!shown && !belongsTo(actor, row.organizationId)) return null
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
    trl_evidence: row.trlEvidence,
    ip: row.ip,
    inventors: row.inventors,
    transfer_modes: row.transferModes,
    price_min_fen: row.priceMinFen?.toString() ?? null,
    price_max_fen: row.priceMaxFen?.toString() ?? null,
    comparison: row.comparison,
    sought_partner: row.soughtPartner,
    next_step: row.nextStep,
    listed_at: row.listedAt?.toISOString() ?? null,
    valid_until: row.validUntil?.toISOString() ?? null,
    organization: found.owner,
    mine: writesFor(actor, row.organizationId),
  }
}

async function metricsOf(db: Queryable, id: string): Promise<MetricView[]> {
  const rows = await db
    .select()
    .from(achievementMetric)
    .where(eq(achievementMetric.achievementId, id))
    .orderBy(asc(achievementMetric.position))
  return rows.map(metricView)
}

/** What an organisation has, newest first. */
export const achievementsOf = (db: Queryable, organizationId: string, now: Date) =>
  listingsOf(db, achievement, achievementStates, organizationId, now)

/** The newest listed ones, for the home page. */
export async function newestAchievements(db: Queryable, limit: number, now: Date) {
  const rows = await db
    .select({
      number: achievement.number,
      title: achievement.title,
      trl: achievement.trl,
      organization: organization.name,
      listedAt: achievement.listedAt,
    })
    .from(achievement)
    .innerJoin(organization, eq(organization.id, achievement.organizationId))
    .where(
      sql`${achievement.state} = 'listed' and ${achievement.validUntil} > ${now.toISOString()} and ${isNotNull(achievement.number)}`,
    )
    .orderBy(desc(achievement.listedAt), asc(achievement.id))
    .limit(limit)
  return rows.map(({ number, listedAt, ...row }) => ({ ...row, number: number!, listed_at: listedAt!.toISOString() }))
}

/** What search may know of it now; null when it must not be found. */
export async function achievementDocument(db: Queryable, id: string): Promise<SearchDocument | null> {
  const [found] = await db
    .select({ row: achievement, owner: listerColumns })
    .from(achievement)
    .innerJoin(organization, eq(organization.id, achievement.organizationId))
    .where(eq(achievement.id, id))
  if (!found || effectiveState(achievementStates, found.row, await businessNow(db)) !== 'listed') return null
  return listingDocument('achievement', found.row, found.owner, await metricsOf(db, id), {
    text: found.row.abstract,
    transferModes: found.row.transferModes,
  })
}
