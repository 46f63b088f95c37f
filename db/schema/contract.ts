import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { challenge } from './challenge'
import {
  type Comparator,
  contractKinds,
  objectives,
  partyTypes,
  paymentModes,
  planSources,
  refusalGrounds,
  technicalFields,
} from './codes'
import { createdAt, fen, id, jsonb, moment, oneOf } from './columns'
import { award } from './evaluation'
import { organization, person } from './identity'

export const contractStates = [
  'draft',
  'signed',
  'submitted',
  'under_review',
  'returned',
  'registered',
  'refused',
  'cancelled',
] as const
export type ContractState = (typeof contractStates)[number]

export const contractOrigins = ['challenge', 'direct', 'import'] as const
export type ContractOrigin = (typeof contractOrigins)[number]

/** One target that delivery is accepted by: what the challenge requires and, of a bid, what was committed. */
export interface AcceptanceTerm {
  name: string
  comparator: Comparator
  value: number
  value_to: number | null
  unit: string
  must: boolean
  committed: number | null
  committed_to: number | null
}

export const contract = pgTable(
  'contract',
  {
    id: id(),
    /** HT-2026-000123, given when the draft is made. */
    number: text('number').notNull().unique(),
    /** Registration number printed on the certificate; given at registration. */
    registrationNumber: text('registration_number').unique(),
    checkingCode: text('checking_code').unique(),
    state: text('state', { enum: contractStates }).notNull().default('draft'),
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    kind: text('kind', { enum: contractKinds }).notNull(),
    subKind: text('sub_kind').notNull(),
    field: text('field', { enum: technicalFields }).notNull(),
    objective: text('objective', { enum: objectives }).notNull().default('industry_commerce'),
    industry: text('industry').notNull().default(''),
    planSource: text('plan_source', { enum: planSources }).notNull().default('none'),
    ipTypes: text('ip_types').array().notNull().default([]),
    ipNumbers: text('ip_numbers').notNull().default(''),
    contractValueFen: fen('contract_value_fen').notNull(),
    paymentMode: text('payment_mode', { enum: paymentModes }).notNull().default('instalments'),
    paymentTerms: text('payment_terms').notNull().default(''),
    terms: text('terms').notNull().default(''),
    acceptance: jsonb('acceptance').$type<AcceptanceTerm[]>().notNull().default([]),
    signedOn: date('signed_on', { mode: 'string' }),
    termFrom: date('term_from', { mode: 'string' }),
    termTo: date('term_to', { mode: 'string' }),
    place: text('place').notNull().default(''),
    relatedParties: boolean('related_parties').notNull().default(false),
    publicFunds: boolean('public_funds').notNull().default(false),
    overseas: boolean('overseas').notNull().default(false),
    origin: text('origin', { enum: contractOrigins }).notNull(),
    challengeId: uuid('challenge_id').references(() => challenge.id),
    awardId: uuid('award_id')
      .unique()
      .references(() => award.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    returnReason: text('return_reason'),
    refusalGround: text('refusal_ground', { enum: refusalGrounds }),
    /** What the seller claims at submission. */
    claimedAmountFen: fen('claimed_amount_fen'),
    submittedAt: moment('submitted_at'),
    acceptedAt: moment('accepted_at'),
    reviewDueAt: moment('review_due_at'),
    reviewerId: uuid('reviewer_id').references(() => person.id),
    registeredAt: moment('registered_at'),
    /** What the registrar confirmed; null before. */
    technologyAmountFen: fen('technology_amount_fen'),
    /** Why the confirmed amount is not the claimed one. */
    amountReason: text('amount_reason').notNull().default(''),
    cancelledAt: moment('cancelled_at'),
    cancelReason: text('cancel_reason'),
    externalId: text('external_id').unique(),
    nextEventAt: moment('next_event_at'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    index('contract_queue').on(t.state, t.reviewDueAt),
    index('contract_registered').on(t.registeredAt.desc(), t.id),
    oneOf('contract_state_known', t.state, contractStates),
    oneOf('contract_kind_known', t.kind, contractKinds),
    check('contract_value_positive', sql`${t.contractValueFen} >= 0`),
    check(
      'contract_technology_amount',
      sql`${t.technologyAmountFen} is null or ${t.technologyAmountFen} between 0 and ${t.contractValueFen}`,
    ),
    check('contract_claimed_amount', sql`${t.claimedAmountFen} is null or ${t.claimedAmountFen} >= 0`),
    check(
      'contract_registered_whole',
      sql`${t.state} <> 'registered' or (${t.registrationNumber} is not null and ${t.technologyAmountFen} is not null and ${t.registeredAt} is not null)`,
    ),
  ],
)

export const partySides = ['seller', 'buyer'] as const
export type PartySide = (typeof partySides)[number]

export const contractParty = pgTable(
  'contract_party',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contract.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    side: text('side', { enum: partySides }).notNull(),
    organizationId: uuid('organization_id').references(() => organization.id),
    name: text('name').notNull(),
    code: text('code').notNull(),
    partyType: text('party_type', { enum: partyTypes }).notNull(),
    region: text('region').notNull(),
    /** Weight of this party among those of its side. */
    share: integer('share').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.position] }),
    index('contract_party_organization').on(t.organizationId),
    check('contract_party_share', sql`${t.share} > 0`),
    oneOf('contract_party_side', t.side, partySides),
  ],
)

/** Non-technical costs (购置设备、仪器、零部件、原材料等非技术性费用). */
export const contractCost = pgTable(
  'contract_cost',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contract.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.position] }),
    check('contract_cost_positive', sql`${t.amountFen} > 0`),
  ],
)

export const contractSignature = pgTable(
  'contract_signature',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contract.id),
    version: integer('version').notNull(),
    position: smallint('position').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    name: text('name').notNull(),
    signedAt: moment('signed_at').notNull(),
    /** SHA-256 of the contract's canonical text, with the suite: "sha256:…". */
    documentHash: text('document_hash').notNull(),
    /** For a party that is not on the platform: what the seller states about its signature. Empty where the party signed here. */
    statement: text('statement').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.version, t.position] })],
)

/** The text that signatures of one version stand under, kept as it was. */
export const contractDocument = pgTable(
  'contract_document',
  {
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contract.id),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.version] })],
)

export const entryTypes = ['registration', 'amendment', 'cancellation'] as const

/** The ledger behind the public total: appended, never changed. Amounts are differences and may be negative. */
export const contractEntry = pgTable(
  'contract_entry',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    contractId: uuid('contract_id')
      .notNull()
      .references(() => contract.id),
    contractVersion: integer('contract_version').notNull(),
    type: text('type', { enum: entryTypes }).notNull(),
    kind: text('kind', { enum: contractKinds }).notNull(),
    field: text('field', { enum: technicalFields }).notNull(),
    origin: text('origin', { enum: contractOrigins }).notNull(),
    recordedAt: moment('recorded_at').notNull(),
    /** Quarter in which it counts, as 2026Q4, in Asia/Shanghai. */
    period: text('period').notNull(),
    /** Quarter of the first registration. */
    originPeriod: text('origin_period').notNull(),
    contractValueFen: fen('contract_value_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    /** Random, for the commitment below; the parties get it, the public does not. */
    salt: text('salt').notNull(),
    /** SHA-256 that binds the public row to the facts of the entry, hex. */
    commitment: text('commitment').notNull(),
  },
  (t) => [
    index('contract_entry_period').on(t.period, t.id),
    index('contract_entry_contract').on(t.contractId),
    uniqueIndex('contract_entry_one_registration')
      .on(t.contractId)
      .where(sql`${t.type} = 'registration'`),
    oneOf('contract_entry_type_known', t.type, entryTypes),
  ],
)

export const contractEntryShare = pgTable(
  'contract_entry_share',
  {
    entryId: bigint('entry_id', { mode: 'number' })
      .notNull()
      .references(() => contractEntry.id),
    position: smallint('position').notNull(),
    side: text('side', { enum: partySides }).notNull(),
    region: text('region').notNull(),
    partyType: text('party_type', { enum: partyTypes }).notNull(),
    contractValueFen: fen('contract_value_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.position] }), index('contract_entry_share_region').on(t.region, t.side)],
)
