import { sql } from 'drizzle-orm'
import { bigint, bigserial, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, jsonb, moment } from './columns'

/** Every write leaves one row here; the app's role can insert and read, never change or delete. */
export const event = pgTable(
  'event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    type: text('type').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    actorKind: text('actor_kind').notNull(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    tokenId: uuid('token_id'),
    requestId: text('request_id'),
    systemAt: moment('system_at').notNull(),
    businessAt: moment('business_at').notNull(),
    input: jsonb('input').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [
    index('event_subject').on(t.subjectType, t.subjectId, t.id),
    index('event_person').on(t.personId, t.id),
    index('event_type').on(t.type, t.id),
  ],
)

/** A retry finds its first answer here, encrypted under the key's own secret. */
export const idempotency = pgTable('idempotency', {
  keyHash: bytes('key_hash').primaryKey(),
  command: text('command').notNull(),
  inputDigest: bytes('input_digest').notNull(),
  answer: bytes('answer'),
  createdAt: createdAt(),
})

/** One row: what business time is ahead of (or, while demo data is made, behind) system time. */
export const businessClock = pgTable('business_clock', {
  id: integer('id').primaryKey().default(1),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull().default(0),
})

/** Gapless numbers per kind and year, handed out under this row's lock. */
export const numberSequence = pgTable(
  'number_sequence',
  { kind: text('kind').notNull(), year: integer('year').notNull(), last: integer('last').notNull().default(0) },
  (t) => [primaryKey({ columns: [t.kind, t.year] })],
)

/** Days that depart from the weekly rhythm: public holidays, and weekends that are worked. */
export const calendarDay = pgTable('calendar_day', {
  day: date('day').primaryKey(),
  working: text('working', { enum: ['working', 'off'] }).notNull(),
  name: text('name').notNull(),
})

/** Every number that a rule calls a setting. */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: moment('changed_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  changedBy: uuid('changed_by'),
})

/** Failed sign-ins and other limited acts per key and window; shared by all copies of the web process. */
export const rateCount = pgTable(
  'rate_count',
  { key: text('key').notNull(), windowStart: moment('window_start').notNull(), count: integer('count').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
)
