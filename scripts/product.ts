import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect, type Connection } from '#db/client'
import { startPostgres } from '#db/embedded'
import { migrate } from '#db/migrate'
import { commandLineOf } from '#db/server/processes'
import { makeKeys } from '~/domain/command/keys.server'
import { type CommandRunner, makeCommandRunner } from '~/domain/command/run.server'
import { clockCommands, reactions } from '~/domain/reactions'
import { prepareKeys } from './start/keys'
import { readOptions } from './start/options'

/** The product's database and commands, for a command on the console. */
export interface Product {
  db: Connection['db']
  databaseUrl: string
  commands: CommandRunner
  /** In the embedded default. */
  demo: boolean
  /** Absolute. */
  dataDir: string
  /** Whether `npm start` runs on this data folder: its worker then does the jobs. */
  running: boolean
  close(): Promise<void>
}

/** Opens what `npm start` runs with the same environment; brings the embedded database up when it does not run, and down again. */
export async function openProduct(): Promise<Product> {
  const options = readOptions(process.env, [])
  const running = isRunning(options.dataDir)
  const embedded = options.database ? null : await startPostgres({ dataDir: options.dataDir, log: () => {} })
  if (embedded && !running) await migrate(embedded.ownerUrl)
  const databaseUrl = options.database?.url ?? embedded!.appUrl
  const secrets = await prepareKeys(options)
  const connection = connect(databaseUrl, { max: 4, name: 'jiebang script' })
  const keys = makeKeys(secrets.appSecret, secrets.sealRecipient, options.demo)
  return {
    db: connection.db,
    databaseUrl,
    commands: makeCommandRunner({ db: connection.db, keys, reactions, clockCommands }),
    demo: options.demo,
    dataDir: resolve(options.dataDir),
    running: options.database !== null || running,
    async close() {
      await connection.close()
      if (embedded && !running) await embedded.stop()
    },
  }
}

function isRunning(dataDir: string): boolean {
  try {
    const holder = Number(readFileSync(join(dataDir, 'start.lock'), 'utf8').trim())
    return commandLineOf(holder)?.includes('start.ts') ?? false
  } catch {
    return false
  }
}
