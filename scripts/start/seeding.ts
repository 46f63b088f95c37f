import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recreateDatabase } from '#db/embedded'
import { ownLike } from '#db/server/privileges'
import { forkScript } from './child'
import { StartRefusal } from './refusal'

const begunFile = (dataDir: string) => join(dataDir, 'seeding')
const doneFile = (dataDir: string) => join(dataDir, 'seeded')

export const needsDemoData = (dataDir: string) => !existsSync(doneFile(dataDir))

/** A first filling that was cut short is thrown away whole: nobody has worked in it, and half of it cannot be told from all. */
export async function discardHalfFilled(dataDir: string, superuserUrl: string): Promise<void> {
  if (!existsSync(begunFile(dataDir))) return
  await recreateDatabase(superuserUrl)
  rmSync(join(dataDir, 'meilisearch'), { recursive: true, force: true })
  rmSync(begunFile(dataDir), { force: true })
}

/**
 * Fills an empty database with demo data, in a process of its own: it holds the keyholder's key, which the supervisor's other
 * children must not.
 */
export async function fillWithDemoData(
  dataDir: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  mark(dataDir, begunFile(dataDir))
  await runSeed(env, log, signal)
  mark(dataDir, doneFile(dataDir))
  rmSync(begunFile(dataDir), { force: true })
}

function runSeed(env: NodeJS.ProcessEnv, log: (line: string) => void, signal: AbortSignal): Promise<void> {
  const child = forkScript({ name: 'seed', script: 'scripts/start/seed-process.ts', env, logFolder: null, log })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  let said = ''
  child.stderr?.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (code === 0) resolve()
      else
        reject(
          new StartRefusal(
            `${said.trim()}\n写入演示数据失败，原因见上。`,
            'The demo data could not be written; see above.',
          ),
        )
    })
  })
}

function mark(dataDir: string, path: string): void {
  writeFileSync(path, `${new Date().toISOString()}\n`, { mode: 0o600 })
  ownLike(dataDir, path)
}
