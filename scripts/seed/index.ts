import { eq, isNotNull, sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import { connect } from '#db/client'
import { person } from '#db/schema'
import { MeilisearchEngine } from '#search/meilisearch'
import { makeKeys } from '~/domain/command/keys.server'
import { makeCommandRunner } from '~/domain/command/run.server'
import { moveClock } from '~/domain/demo/commands/move-clock.server'
import { personActor } from '~/domain/identity/actor.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { markAllRead } from '~/domain/notification/commands/mark-all-read.server'
import { clockCommands, reactions } from '~/domain/reactions'
import { fireDue } from '~/jobs/fire-due'
import { searchOfWorker } from '~/jobs/search-of-worker'
import { tellDue } from '~/jobs/tell-due'
import { queueLogger, tasks } from '~/jobs/worker'
import { makeLog } from '~/services/logging/log.server'
import { seedPeople } from './people'
import { story } from './story'
import type { StoryContext } from './timeline'

const day = 86_400_000

/**
 * Fills an empty database by the commands that everybody uses. The business clock begins in the past and is moved forward from
 * step to step, so that what the demo shows has really been lived through: deadlines, openings, publicity, registrations.
 */
export async function seed({
  databaseUrl,
  log,
}: {
  databaseUrl: string
  dataDir: string
  log: (line: string) => void
}): Promise<void> {
  const { APP_SECRET = '', SEAL_RECIPIENT = '', SEAL_KEY_FILE = '', MEILI_URL, MEILI_KEY = '' } = process.env
  const connection = connect(databaseUrl, { max: 4, name: 'jiebang seed' })
  const { db } = connection
  const commands = makeCommandRunner({ db, keys: makeKeys(APP_SECRET, SEAL_RECIPIENT, true), reactions, clockCommands })
  const engine = MEILI_URL
    ? new MeilisearchEngine({ url: MEILI_URL, key: MEILI_KEY, prefix: 'jiebang', store: databaseDocumentStore(db) })
    : null
  const search = searchOfWorker(db, engine)
  const worker = { db, commands, engine, search, sealKeyFile: SEAL_KEY_FILE, mailer: null, log: makeLog('seed') }
  const doJobs = () =>
    runOnce({
      connectionString: databaseUrl,
      taskList: tasks(worker),
      noHandleSignals: true,
      logger: queueLogger(worker.log),
    })
  const context: StoryContext = {
    db,
    commands,
    async as(key) {
      const [found] = await db.select({ id: person.id }).from(person).where(eq(person.demoKey, key))
      const actor = found && (await personActor(db, found.id, null))
      if (!actor) throw new Error(`nobody in the demo is called ${key}`)
      return actor
    },
  }

  const steps = story().sort((a, b) => b.daysAgo - a.daysAgo)
  const present = Date.now()
  const first = Math.max(0, ...steps.map((step) => step.daysAgo)) + 1
  await db.execute(sql`update business_clock set offset_ms = ${-first * day} where id = 1`)
  log('演示人物与单位 · people and organisations')
  await seedPeople(context)
  log(`演示榜单、成果与合同 · challenges, listings and contracts (${steps.length})`)
  for (const step of steps) {
    const to = new Date(present - step.daysAgo * day)
    if (to > (await businessNow(db))) await commands.run(moveClock, { to: to.toISOString() }, { actor: visitor })
    while ((await fireDue(worker)) > 0) await doJobs()
    await tellDue(worker)
    await step.run(context)
  }
  await db.execute(sql`update business_clock set offset_ms = 0 where id = 1`)
  while ((await fireDue(worker)) > 0) await doJobs()
  await tellDue(worker)
  await doJobs()
  await readWhatIsOld(context, new Date(present - 5 * day))
  await search.close()
  await engine?.close()
  await connection.close()
}

/** Everybody has read what is old, so that the demo begins with what is new. */
async function readWhatIsOld({ db, commands, as }: StoryContext, until: Date): Promise<void> {
  const people = await db.select({ key: person.demoKey }).from(person).where(isNotNull(person.demoKey))
  for (const { key } of people)
    await commands.run(markAllRead, { until: until.toISOString() }, { actor: await as(key as DemoKey) })
}
