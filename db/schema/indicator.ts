import { date, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** A formula is data with versions. Source: DESIGN 5, indicators. */
export const indicatorFormula = pgTable(
  'indicator_formula',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    basis: text('basis', { enum: ['technology_amount', 'contract_value'] }).notNull(),
    flow: text('flow', { enum: ['output', 'absorbed', 'union'] }).notNull(),
    kinds: text('kinds').array().notNull(),
    region: text('region').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.version] })],
)

export const indicatorTarget = pgTable(
  'indicator_target',
  {
    code: text('code').notNull(),
    year: integer('year').notNull(),
    sign: text('sign', { enum: ['>=', '>', '='] }).notNull(),
    /** In the indicator's own unit (亿元 for technology_transaction_volume). */
    value: doublePrecision('value').notNull(),
    unit: text('unit').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.year] })],
)
