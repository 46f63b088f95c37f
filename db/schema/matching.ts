import { bigint, boolean, index, integer, pgSequence, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id, jsonb, moment } from './columns'

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

/** How many living documents hold a term; the key names view and term. */
export const termFrequency = pgTable('term_frequency', {
  key: text('key').primaryKey(),
  documents: integer('documents').notNull(),
})

/** One row: how many documents there are, and how long they are together per view. Its lock lets index jobs in one after the other. */
export const searchTotal = pgTable('search_total', {
  id: integer('id').primaryKey(),
  documents: integer('documents').notNull().default(0),
  lengths: jsonb('lengths').$type<Record<string, number>>().notNull().default({}),
})

/** How far an engine beside the database has been told of `search_document`; a new index begins at 0. */
export const searchPosition = pgTable('search_position', {
  index: text('index').primaryKey(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  movedAt: moment('moved_at').notNull(),
})

/** Words that say the same in technology, in what workshops say and what laboratories write; staff edit them. */
export const synonymGroup = pgTable('synonym_group', {
  id: id(),
  words: text('words').array().notNull(),
  /** Where the words say the same, for whoever reads the list. */
  note: text('note').notNull().default(''),
  active: boolean('active').notNull().default(true),
  createdAt: createdAt(),
})
