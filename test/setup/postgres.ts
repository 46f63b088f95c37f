import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startPostgres, stopPostgresIn } from '#db/embedded'
import { migrate } from '#db/migrate'
import { runFolder } from './run-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of the migrated database that each test file's own is copied from. */
    postgres: { ownerUrl: string; appUrl: string; superuserUrl: string; template: string }
  }
}

/** One PostgreSQL for the integration tests of a run, on files of its own; nothing of it needs to survive a power cut. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await runFolder('integration', stopPostgresIn)
  const server = await startPostgres({
    dataDir,
    log: () => {},
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(server.ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  const { ownerUrl, appUrl, superuserUrl } = server
  project.provide('postgres', { ownerUrl, appUrl, superuserUrl, template: 'jiebang' })
  return stop
}
