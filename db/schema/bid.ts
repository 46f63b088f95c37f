import { sql } from 'drizzle-orm'
import {
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
import { challenge } from './challenge'
import { bytes, createdAt, fen, id, jsonb, moment, oneOf } from './columns'
import { organization, person } from './identity'

export const bidStates = ['draft', 'sealed', 'withdrawn', 'opened', 'opening_failed', 'destroyed'] as const
export type BidState = (typeof bidStates)[number]

/** One per solver and challenge. Nothing of the content is here. `code` is random: a running number would tell how many bids there are. */
export const bid = pgTable(
  'bid',
  {
    id: id(),
    code: text('code').notNull().unique(),
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    state: text('state', { enum: bidStates }).notNull().default('draft'),
    version: integer('version').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('bid_one_per_solver').on(t.challengeId, t.organizationId),
    index('bid_organization').on(t.organizationId, t.state),
    oneOf('bid_state_known', t.state, bidStates),
  ],
)

/** A draft is not sealed yet: encrypted under the app's secret, destroyed at submission. */
export const bidDraft = pgTable('bid_draft', {
  bidId: uuid('bid_id')
    .primaryKey()
    .references(() => bid.id),
  ciphertext: bytes('ciphertext').notNull(),
  updatedAt: moment('updated_at')
    .notNull()
    .default(sql`clock_timestamp()`),
})

export const envelopeStates = ['live', 'superseded', 'withdrawn'] as const

/** A sealed submission: age ciphertext for the challenge's recipient and the solver's receipt key, padded to 64 KiB steps. */
export const bidEnvelope = pgTable(
  'bid_envelope',
  {
    bidId: uuid('bid_id')
      .notNull()
      .references(() => bid.id),
    version: integer('version').notNull(),
    state: text('state', { enum: envelopeStates }).notNull().default('live'),
    suite: text('suite').notNull(),
    challengeRevision: integer('challenge_revision').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    /** C = SHA-256("jiebang-bid-1\n" || salt || canonical JSON), hex. */
    commitment: text('commitment').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    systemAt: moment('system_at').notNull(),
    /** Ed25519 over the receipt's canonical JSON, base64. */
    signature: text('signature').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.bidId, t.version] }),
    uniqueIndex('bid_envelope_one_live')
      .on(t.bidId)
      .where(sql`${t.state} = 'live'`),
  ],
)

/** What was live at the deadline, in the order of the commitments: fixed before any key is touched. */
export const closingList = pgTable('closing_list', {
  challengeId: uuid('challenge_id')
    .primaryKey()
    .references(() => challenge.id),
  closedAt: moment('closed_at').notNull(),
  entries: jsonb('entries').$type<{ bid_id: string; code: string; version: number; commitment: string }[]>().notNull(),
  digest: text('digest').notNull(),
})

/** A bid after opening; readable by the poser, the judges and its own solver. */
export const bidContent = pgTable('bid_content', {
  bidId: uuid('bid_id')
    .primaryKey()
    .references(() => bid.id),
  version: integer('version').notNull(),
  plan: text('plan').notNull(),
  team: text('team').notNull(),
  priceFen: fen('price_fen').notNull(),
  deliveryDate: date('delivery_date', { mode: 'string' }).notNull(),
  openedAt: moment('opened_at').notNull(),
})

export const bidCommitment = pgTable(
  'bid_commitment',
  {
    bidId: uuid('bid_id')
      .notNull()
      .references(() => bid.id),
    position: smallint('position').notNull(),
    value: doublePrecision('value'),
    valueTo: doublePrecision('value_to'),
    note: text('note').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.bidId, t.position] })],
)
