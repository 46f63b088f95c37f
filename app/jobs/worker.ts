import { type JobHelpers, Logger, type Runner, type TaskList, run } from 'graphile-worker'
import { documentId } from '#search/document'
import type { SearchEngine } from '#search/engine'
import type { Log } from '~/services/logging/log.server'
import { sendKept } from '~/services/mail/outbox.server'
import type { WorkerContext } from './context'
import { feedEngine, mendIndex } from './feed-engine'
import { fireDue } from './fire-due'
import { type IndexJob, indexDocument } from './index-document'
import { type OpenBidsJob, openBidsOf } from './open-bids'
import { type SavedSearchesJob, noteKnown, watchSavedSearches } from './saved-searches'
import { type StandingMatchesJob, watchMatches } from './standing-matches'
import { tellDue } from './tell-due'

const hour = 3_600_000

/** How often the worker looks for reminders and digests; a leap of the clock has it look at once. */
const tellEvery = 20_000

/** What the queue can ask for. */
export const tasks = (worker: WorkerContext): TaskList => ({
  index: (payload, { addJob }) => bringUpToDate(worker, payload as IndexJob, addJob),
  feed_engine: async () => {
    if (worker.engine) await feedEngine(worker.db, worker.engine)
  },
  saved_searches: (payload, { addJob }) =>
    onceTold(worker, 'saved_searches', payload as SavedSearchesJob, addJob, async (job) => {
      const after = await watchSavedSearches(worker, job)
      if (after) await addJob('saved_searches', { ...job, after }, { queueName: 'saved_searches' })
    }),
  known_hits: (payload) => noteKnown(worker, payload as { id: string }),
  standing_matches: (payload, { addJob }) =>
    onceTold(worker, 'standing_matches', payload as StandingMatchesJob, addJob, (job) => watchMatches(worker, job)),
  open_bids: (payload) => openBidsOf(worker, payload as OpenBidsJob),
  fire_due: async () => {
    await fireDue(worker)
    await tellDue(worker)
  },
  send_mail: (payload, { job }) =>
    sendKept(worker.db, worker.mailer, (payload as { mail_id: number }).mail_id, job.attempts >= job.max_attempts),
})

/** The document table about one thing, and then the engine beside the database. */
async function bringUpToDate(worker: WorkerContext, job: IndexJob, addJob: JobHelpers['addJob']): Promise<void> {
  const changed = await indexDocument(worker.db, job)
  if (changed && worker.engine) await addJob('feed_engine', {}, { jobKey: 'feed_engine', queueName: 'feed_engine' })
}

const waitsMs = 2_000
const mostWaits = 15

/**
 * Does what asks the search about something that has just changed. An engine beside the database hears of it a moment later: until
 * then the job comes again, for half a minute; after that it meets a search that cannot answer, and the queue retries it.
 */
async function onceTold<Asked extends IndexJob>(
  worker: WorkerContext,
  task: string,
  asked: Asked & { waits?: number },
  addJob: JobHelpers['addJob'],
  work: (asked: Asked) => Promise<void>,
): Promise<void> {
  await bringUpToDate(worker, asked, addJob)
  const waits = asked.waits ?? 0
  if (waits < mostWaits && !(await worker.search.knowing(documentId(asked.kind, asked.id)))) {
    const runAt = new Date(Date.now() + waitsMs)
    await addJob(task, { ...asked, waits: waits + 1 }, { queueName: task, runAt })
    return
  }
  await work(asked)
}

/** The queue's own chatter stays out of the log; its warnings and errors come in. */
export const queueLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })

/** The worker process: the queue, and the clock that looks for what is due. */
export async function startWorker(worker: WorkerContext, databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  const runner: Runner = await run({
    connectionString: databaseUrl,
    taskList: tasks(worker),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: queueLogger(worker.log),
  })
  const keeping = worker.engine && keepWhole(worker, worker.engine)
  const clock = [repeatedly(worker, 1_000, fireDue), repeatedly(worker, tellEvery, tellDue)]
  return {
    async stop() {
      for (const each of clock) each.stop()
      keeping?.stop()
      await runner.stop()
      worker.mailer?.close()
    },
  }
}

/** Does something again and again, never twice at a time. */
function repeatedly(worker: WorkerContext, every: number, work: (worker: WorkerContext) => Promise<unknown>) {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    work(worker)
      .catch((error: unknown) => worker.log.error({ err: error }, 'the clock could not look'))
      .finally(() => (busy = false))
  }, every)
  return { stop: () => clearInterval(timer) }
}

/** Looks at the start, and every hour, whether the index holds what it should; where the engine does not answer yet, soon again. */
function keepWhole({ db, log }: WorkerContext, engine: SearchEngine): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const look = async () => {
    let next = hour
    try {
      if (await mendIndex(db, engine)) log.warn('the search index did not hold what it should and was built anew')
    } catch (error) {
      log.warn({ err: error }, 'the search index could not be looked at; trying again')
      next = 30_000
    }
    if (!stopped) timer = setTimeout(() => void look(), next)
  }
  void look()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
