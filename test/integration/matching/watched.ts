import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import pino from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { notification, person, setting } from '#db/schema'
import type { SearchEngine } from '#search/engine'
import { startLocalMeilisearch } from '#search/local-server'
import { MeilisearchEngine } from '#search/meilisearch'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import type { NotificationKind } from '~/domain/notification/kinds'
import type { WorkerContext } from '~/jobs/context'
import { searchOfWorker } from '~/jobs/search-of-worker'
import { queueLogger, tasks } from '~/jobs/worker'
import type { TestKernel } from '../kernel'

const watching = ['saved_searches', 'standing_matches', 'known_hits', 'index', 'feed_engine']
const longest = 30_000

const folder = mkdtempSync(join(tmpdir(), 'meilisearch-test-'))
const server = await startLocalMeilisearch({ dataDir: folder, log: () => undefined })
if (!server)
  console.warn('SKIPPED: the optional Meilisearch package is not installed here; only the in-process engine is tested')

/** The engines that can be tested here. */
export const engines = server ? (['embedded', 'meilisearch'] as const) : (['embedded'] as const)

export async function stopEngines(): Promise<void> {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

export interface TestWorker {
  context: WorkerContext
  /** Does what waits in the queue, as the worker process does, until nothing of searching and matching is left. */
  work(): Promise<void>
  /** Does what waits once; what failed stays in the queue. */
  workOnce(): Promise<void>
  waiting(): Promise<{ task: string; attempts: number }[]>
}

/** A worker for a test file, with the engine of its own process or with one beside the database. */
export function testWorker(kernel: TestKernel, engineName: 'embedded' | 'meilisearch'): TestWorker {
  const worker = {} as TestWorker
  beforeAll(async () => {
    const log = pino({ level: 'silent' })
    let engine: SearchEngine | null = null
    if (engineName === 'meilisearch') {
      const store = databaseDocumentStore(kernel.db)
      engine = new MeilisearchEngine({ url: server!.url, key: server!.key, prefix: 'watch', store, timeout: 10_000 })
    }
    const search = searchOfWorker(kernel.db, engine)
    const context = { db: kernel.db, commands: kernel.commands, engine, search, sealKeyFile: '', mailer: null, log }
    const once = () =>
      runOnce({
        connectionString: kernel.appUrl,
        taskList: tasks(context),
        noHandleSignals: true,
        logger: queueLogger(log),
      })
    const waiting = async () => [
      ...(await kernel.db.execute<{ task: string; attempts: number }>(
        sql`select task_identifier as task, attempts from graphile_worker.jobs where task_identifier in ${watching}`,
      )),
    ]
    Object.assign(worker, {
      context,
      waiting,
      workOnce: once,
      async work() {
        const until = Date.now() + longest
        for (await once(); (await waiting()).length > 0; await once()) {
          if (Date.now() > until) throw new Error(`still waiting: ${JSON.stringify(await waiting())}`)
          await new Promise((resolve) => setTimeout(resolve, 300))
        }
      },
    } satisfies TestWorker)
  }, 60_000)
  afterAll(() => worker.context?.search.close())
  return worker
}

/** What somebody was told of a kind, oldest first. */
export async function toldTo(kernel: TestKernel, key: DemoKey, kind: NotificationKind) {
  const rows = await kernel.db
    .select({ params: notification.params, path: notification.path, mail: notification.mail })
    .from(notification)
    .innerJoin(person, eq(person.id, notification.personId))
    .where(and(eq(person.demoKey, key), eq(notification.kind, kind)))
    .orderBy(notification.recordedAt, notification.id)
  return rows.map(({ params, ...row }) => ({ ...row, params: params as Record<string, string> }))
}

export const putSetting = (kernel: TestKernel, key: string, value: unknown) =>
  kernel.db.update(setting).set({ value }).where(eq(setting.key, key))
