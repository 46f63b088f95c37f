import { type PostgresJsDatabase, drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export type Schema = typeof schema
export type Database = PostgresJsDatabase<Schema>
/** A transaction; queries take `Database | Tx` as {@link Queryable}. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Database | Tx

export interface Connection {
  db: Database
  sql: postgres.Sql
  close(): Promise<void>
}

/** Opens a pool. A statement that waits longer than `statementTimeoutMs` is given up, so that a stuck lock cannot hold a request. */
export function connect(
  url: string,
  options: { max?: number; statementTimeoutMs?: number; name?: string } = {},
): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 5,
    connection: {
      application_name: options.name ?? 'jiebang',
      statement_timeout: options.statementTimeoutMs ?? 15_000,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: 'UTC',
    },
  })
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) }
}
