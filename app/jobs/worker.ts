import { Logger, type Runner, type TaskList, run } from 'graphile-worker'
import type { SearchEngine } from '#search/engine'
import type { Log } from '~/services/logging/log.server'
import type { WorkerContext } from './context'
import { fireDue } from './fire-due'
import { type IndexJob, indexDocument } from './index-document'
import { type OpenBidsJob, openBidsOf } from './open-bids'
import { refillEmptyIndex } from './reindex'

/** What the queue can ask for. */
export const tasks = (worker: WorkerContext): TaskList => ({
  index: (payload) => indexDocument(worker, payload as IndexJob),
  open_bids: (payload) => openBidsOf(worker, payload as OpenBidsJob),
  fire_due: async () => {
    await fireDue(worker)
  },
})

/** The queue's own chatter stays out of the log; its warnings and errors come in. */
export const queueLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })

/** The worker process: the queue, and the clock that looks every second for what is due. */
export async function startWorker(worker: WorkerContext, databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  const runner: Runner = await run({
    connectionString: databaseUrl,
    taskList: tasks(worker),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: queueLogger(worker.log),
  })
  const filling = worker.engine && fillUntilDone(worker, worker.engine)
  let busy = false
  const tick = setInterval(() => {
    if (busy) return
    busy = true
    fireDue(worker)
      .catch((error: unknown) => worker.log.error({ err: error }, 'the clock could not look'))
      .finally(() => (busy = false))
  }, 1_000)
  return {
    async stop() {
      clearInterval(tick)
      filling?.stop()
      await runner.stop()
    },
  }
}

/** Fills an index that is empty at the start; where the engine does not answer yet, tries again until it does. */
function fillUntilDone({ db, log }: WorkerContext, engine: SearchEngine): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const fill = async () => {
    try {
      if (await refillEmptyIndex(db, engine)) log.info('the empty search index was filled again')
    } catch (error) {
      if (stopped) return
      log.warn({ err: error }, 'the search index could not be looked at; trying again')
      timer = setTimeout(() => void fill(), 30_000)
    }
  }
  void fill()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
