import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations as runQueueMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { firstValues } from './first-values'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Brings a database to the newest form: tables, the job queue's own schema, functions and grants, and the settings and code
 * lists that a release brings. May run again at any time.
 * @param ownerUrl the owner's role; the app's role cannot do this.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await runMigrations(drizzle(sql), { migrationsFolder: at('./migrations') })
    await runQueueMigrations({ connectionString: ownerUrl, logger: quiet })
    await sql.unsafe(await readFile(at('./programs.sql'), 'utf8'))
    await firstValues(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(message)
})
