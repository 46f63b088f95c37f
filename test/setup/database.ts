import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'

/** A database of one test file's own, migrated and without demo data. */
export interface TestDatabase {
  /** The role of the two processes: it can change or delete no event. */
  appUrl: string
  /** The role that owns the tables. */
  ownerUrl: string
  drop(): Promise<void>
}

/** Copies the migrated template. Drop it in `afterAll`; what is left goes with the server at the end of the run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(server.superuserUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${server.template} owner jiebang_owner`),
  )
  return {
    appUrl: named(server.appUrl, name),
    ownerUrl: named(server.ownerUrl, name),
    drop: () => asSuperuser(server.superuserUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  }
}

function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function asSuperuser(url: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await act(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
