import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
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
import { comparators, cooperationModes, technicalFields } from './codes'
import { createdAt, fen, id, jsonb, moment, oneOf } from './columns'
import { organization, person } from './identity'

export const challengeStates = [
  'draft',
  'submitted',
  'returned',
  'open',
  'closed',
  'judging',
  'publicity',
  'awarded',
  'withdrawn',
  'failed_to_award',
] as const
export type ChallengeState = (typeof challengeStates)[number]

export const challengeKinds = ['problem', 'scenario'] as const
export const winnerModes = ['single', 'race'] as const

export const challenge = pgTable(
  'challenge',
  {
    id: id(),
    /** BD-2026-000123, gapless in order of publication; drafts have none. */
    number: text('number').unique(),
    kind: text('kind', { enum: challengeKinds }).notNull().default('problem'),
    state: text('state', { enum: challengeStates }).notNull().default('draft'),
    revision: integer('revision').notNull().default(1),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    title: text('title').notNull(),
    background: text('background').notNull().default(''),
    requirement: text('requirement').notNull(),
    deliverables: text('deliverables').notNull().default(''),
    field: text('field', { enum: technicalFields }),
    tags: text('tags').array().notNull().default([]),
    cooperationMode: text('cooperation_mode', { enum: cooperationModes }).notNull().default('commissioned'),
    budgetMinFen: fen('budget_min_fen'),
    budgetMaxFen: fen('budget_max_fen'),
    budgetNegotiable: boolean('budget_negotiable').notNull().default(false),
    paymentPlan: jsonb('payment_plan').$type<{ label: string; percent: number }[]>().notNull().default([]),
    bidDeadline: moment('bid_deadline'),
    deliveryDeadline: date('delivery_deadline', { mode: 'string' }),
    ipOwnership: text('ip_ownership').notNull().default(''),
    eligibility: text('eligibility').notNull().default(''),
    winnerMode: text('winner_mode', { enum: winnerModes }).notNull().default('single'),
    maxWinners: smallint('max_winners').notNull().default(1),
    publicityDays: smallint('publicity_days').notNull().default(5),
    minimumBids: smallint('minimum_bids').notNull().default(1),
    minimumJudges: smallint('minimum_judges').notNull().default(3),
    returnReason: text('return_reason'),
    submittedAt: moment('submitted_at'),
    publishedAt: moment('published_at'),
    closedAt: moment('closed_at'),
    openedAt: moment('opened_at'),
    publicityEndsAt: moment('publicity_ends_at'),
    awardedAt: moment('awarded_at'),
    endedReason: text('ended_reason'),
    nextEventAt: moment('next_event_at'),
    externalId: text('external_id'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    uniqueIndex('challenge_external').on(t.organizationId, t.externalId),
    index('challenge_list').on(t.state, t.bidDeadline, t.id),
    index('challenge_published').on(t.publishedAt.desc(), t.id),
    index('challenge_budget').on(t.budgetMaxFen.desc().nullsLast(), t.id),
    index('challenge_tags').using('gin', t.tags),
    index('challenge_organization').on(t.organizationId, t.state),
    index('challenge_due')
      .on(t.nextEventAt)
      .where(sql`${t.nextEventAt} is not null`),
    oneOf('challenge_state_known', t.state, challengeStates),
    check(
      'challenge_budget_order',
      sql`${t.budgetMinFen} is null or ${t.budgetMaxFen} is null or ${t.budgetMinFen} <= ${t.budgetMaxFen}`,
    ),
    check(
      'challenge_budget_positive',
      sql`coalesce(${t.budgetMinFen}, 0) >= 0 and coalesce(${t.budgetMaxFen}, 0) >= 0`,
    ),
    check('challenge_number_when_published', sql`(${t.publishedAt} is null) = (${t.number} is null)`),
  ],
)

export const challengeTarget = pgTable(
  'challenge_target',
  {
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    comparator: text('comparator', { enum: comparators }).notNull(),
    value: doublePrecision('value').notNull(),
    valueTo: doublePrecision('value_to'),
    unit: text('unit').notNull(),
    must: boolean('must').notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.position] }),
    oneOf('challenge_target_comparator', t.comparator, comparators),
    check('challenge_target_range', sql`(${t.comparator} = 'between') = (${t.valueTo} is not null)`),
  ],
)

export const challengeCriterion = pgTable(
  'challenge_criterion',
  {
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    weight: smallint('weight').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.position] }),
    check('challenge_criterion_weight', sql`${t.weight} between 1 and 100`),
  ],
)

/** The key pair that bids to one challenge are sealed to (suite seal-1); the private half only under the keyholder's recipient. */
export const challengeSeal = pgTable('challenge_seal', {
  challengeId: uuid('challenge_id')
    .primaryKey()
    .references(() => challenge.id),
  suite: text('suite').notNull(),
  recipient: text('recipient').notNull(),
  wrappedIdentity: text('wrapped_identity').notNull(),
  createdAt: createdAt(),
})
