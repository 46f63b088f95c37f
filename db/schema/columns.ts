import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, check, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Primary key made by the database. */
export const id = () => uuid('id').primaryKey().defaultRandom()

/** An amount of money in fen, as bigint in code. */
export const fen = (name: string) => bigint(name, { mode: 'bigint' })

/** A moment; the database stores UTC, people see Asia/Shanghai. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** Row bookkeeping in system time; no rule reads it. */
export const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`clock_timestamp()`)

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})

/**
 * A jsonb column. postgres.js has parsed what it gives: drizzle's own column parses a JSON string a second time, and text of digits
 * (an amount in fen) came back as a number.
 */
export const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})

/** CHECK that a text column holds one of a code list. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`)
