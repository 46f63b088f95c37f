import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type IpType, serviceKinds, technicalFields } from './codes'
import { createdAt, fen, id, jsonb, moment, oneOf } from './columns'
import { organization, person } from './identity'

export const achievementStates = ['draft', 'listed', 'in_negotiation', 'transferred', 'expired', 'withdrawn'] as const
export type AchievementState = (typeof achievementStates)[number]

export interface IntellectualProperty {
  type: IpType
  number: string
  state: 'applied' | 'granted' | 'lapsed' | 'unknown'
}

export const achievement = pgTable(
  'achievement',
  {
    id: id(),
    /** CG-2026-000123, in order of first listing. */
    number: text('number').unique(),
    state: text('state', { enum: achievementStates }).notNull().default('draft'),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    title: text('title').notNull(),
    abstract: text('abstract').notNull(),
    field: text('field', { enum: technicalFields }),
    tags: text('tags').array().notNull().default([]),
    keywords: text('keywords').array().notNull().default([]),
    trl: smallint('trl'),
    trlEvidence: text('trl_evidence').notNull().default(''),
    ip: jsonb('ip').$type<IntellectualProperty[]>().notNull().default([]),
    inventors: text('inventors').array().notNull().default([]),
    transferModes: text('transfer_modes').array().notNull().default([]),
    priceMinFen: fen('price_min_fen'),
    priceMaxFen: fen('price_max_fen'),
    priceNegotiable: boolean('price_negotiable').notNull().default(true),
    comparison: text('comparison').notNull().default(''),
    soughtPartner: text('sought_partner').notNull().default(''),
    nextStep: text('next_step').notNull().default(''),
    listedAt: moment('listed_at'),
    validUntil: moment('valid_until'),
    nextEventAt: moment('next_event_at'),
    externalId: text('external_id'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    uniqueIndex('achievement_external').on(t.organizationId, t.externalId),
    index('achievement_list').on(t.state, t.listedAt.desc(), t.id),
    index('achievement_maturity').on(t.state, t.trl.desc().nullsLast(), t.listedAt.desc(), t.id),
    index('achievement_tags').using('gin', t.tags),
    index('achievement_organization').on(t.organizationId, t.state),
    index('achievement_due')
      .on(t.nextEventAt)
      .where(sql`${t.nextEventAt} is not null`),
    oneOf('achievement_state_known', t.state, achievementStates),
    check('achievement_trl', sql`${t.trl} is null or ${t.trl} between 1 and 9`),
    check(
      'achievement_price_order',
      sql`${t.priceMinFen} is null or ${t.priceMaxFen} is null or ${t.priceMinFen} <= ${t.priceMaxFen}`,
    ),
  ],
)

const metricColumns = {
  position: smallint('position').notNull(),
  name: text('name').notNull(),
  value: doublePrecision('value').notNull(),
  valueTo: doublePrecision('value_to'),
  unit: text('unit').notNull(),
  condition: text('condition').notNull().default(''),
  evidence: text('evidence').notNull().default(''),
}

export const achievementMetric = pgTable(
  'achievement_metric',
  {
    achievementId: uuid('achievement_id')
      .notNull()
      .references(() => achievement.id, { onDelete: 'cascade' }),
    ...metricColumns,
  },
  (t) => [primaryKey({ columns: [t.achievementId, t.position] })],
)

export const capabilityStates = ['draft', 'listed', 'expired', 'withdrawn'] as const
export type CapabilityState = (typeof capabilityStates)[number]

export const capability = pgTable(
  'capability',
  {
    id: id(),
    /** ZS-2026-000123, in order of first listing. */
    number: text('number').unique(),
    state: text('state', { enum: capabilityStates }).notNull().default('draft'),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    title: text('title').notNull(),
    abstract: text('abstract').notNull(),
    serviceKind: text('service_kind', { enum: serviceKinds }).notNull().default('testing'),
    field: text('field', { enum: technicalFields }),
    tags: text('tags').array().notNull().default([]),
    keywords: text('keywords').array().notNull().default([]),
    instruments: text('instruments').notNull().default(''),
    marks: text('marks').array().notNull().default([]),
    /** Maturity that a listing of a technology-bearing service may state. */
    trl: smallint('trl'),
    priceFen: fen('price_fen'),
    priceUnit: text('price_unit', { enum: ['hour', 'sample', 'quote'] })
      .notNull()
      .default('quote'),
    leadTimeDays: integer('lead_time_days'),
    listedAt: moment('listed_at'),
    validUntil: moment('valid_until'),
    nextEventAt: moment('next_event_at'),
    externalId: text('external_id'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    uniqueIndex('capability_external').on(t.organizationId, t.externalId),
    index('capability_list').on(t.state, t.listedAt.desc(), t.id),
    index('capability_tags').using('gin', t.tags),
    index('capability_organization').on(t.organizationId, t.state),
    index('capability_due')
      .on(t.nextEventAt)
      .where(sql`${t.nextEventAt} is not null`),
    oneOf('capability_state_known', t.state, capabilityStates),
    oneOf('capability_service_known', t.serviceKind, serviceKinds),
  ],
)

export const capabilityMetric = pgTable(
  'capability_metric',
  {
    capabilityId: uuid('capability_id')
      .notNull()
      .references(() => capability.id, { onDelete: 'cascade' }),
    ...metricColumns,
  },
  (t) => [primaryKey({ columns: [t.capabilityId, t.position] })],
)
