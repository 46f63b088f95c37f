import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { type Connection, connect } from '#db/client'
import { person } from '#db/schema'
import { testDatabase } from '#test/setup/database'
import { type Keys, makeKeys } from '~/domain/command/keys.server'
import { type CommandRunner, makeCommandRunner } from '~/domain/command/run.server'
import { personActor } from '~/domain/identity/actor.server'
import type { PersonActor } from '~/domain/kernel/actor'
import { clockCommands, reactions } from '~/domain/reactions'
import { newKeyPair } from '~/services/sealing/age.server'

/** The domain on a database of this test file's own: no web, no worker. */
export interface TestKernel {
  connection: Connection
  db: Connection['db']
  commands: CommandRunner
  keys: Keys
  /** The keyholder's identity, which only the worker would read. */
  keyholder: string
  ownerUrl: string
  appUrl: string
  /** A demo person of the cast, as an actor; people must have been made (seedPeople) before. */
  as(demoKey: string): Promise<PersonActor>
  /** Sets business time to a moment, by moving the offset; tests may also go back. */
  setClock(at: Date): Promise<void>
}

/** One kernel for a test file: opened before its tests, dropped after them. */
export function testKernel(prepare?: (kernel: TestKernel) => Promise<void>): TestKernel {
  const kernel = {} as TestKernel
  let drop: () => Promise<void> = async () => {}
  beforeAll(async () => {
    const database = await testDatabase()
    const connection = connect(database.appUrl, { max: 12, name: 'test' })
    drop = async () => {
      await connection.close()
      await database.drop()
    }
    const keyholder = await newKeyPair()
    const keys = makeKeys(randomBytes(32).toString('base64url'), keyholder.recipient, true)
    const { db } = connection
    Object.assign(kernel, {
      connection,
      db,
      keys,
      keyholder: keyholder.identity,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      commands: makeCommandRunner({ db, keys, reactions, clockCommands }),
      async as(demoKey: string) {
        const [found] = await db.select({ id: person.id }).from(person).where(eq(person.demoKey, demoKey))
        const actor = found && (await personActor(db, found.id, null))
        if (!actor) throw new Error(`nobody in the cast is called ${demoKey}`)
        return actor
      },
      async setClock(at: Date) {
        await db.execute(
          sql`update business_clock set offset_ms = round(extract(epoch from (${at.toISOString()}::timestamptz - clock_timestamp())) * 1000) where id = 1`,
        )
      },
    } satisfies TestKernel)
    await prepare?.(kernel)
  }, 60_000)
  afterAll(() => drop())
  return kernel
}
