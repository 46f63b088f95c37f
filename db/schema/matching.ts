import { bigint, boolean, index, integer, jsonb, pgSequence, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, moment } from './columns'

export const searchSequence = pgSequence('search_sequence')

/** One row per listing or challenge that was ever searchable; a row without document tells followers to forget it. */
export const searchDocument = pgTable(
  'search_document',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['challenge', 'achievement', 'capability'] }).notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull().unique(),
    document: jsonb('document'),
    terms: jsonb('terms'),
    indexedAt: moment('indexed_at').notNull(),
  },
  (t) => [index('search_document_kind').on(t.kind, t.id)],
)

export const termFrequency = pgTable(
  'term_frequency',
  { view: text('view').notNull(), term: text('term').notNull(), documents: integer('documents').notNull() },
  (t) => [primaryKey({ columns: [t.view, t.term] })],
)

/** Mail that no server was set for; readable in demo mode. */
export const mail = pgTable('mail', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  sent: boolean('sent').notNull().default(false),
  createdAt: createdAt(),
})
