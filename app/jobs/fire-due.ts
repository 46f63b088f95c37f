import { clockActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError } from '~/domain/kernel/errors'
import { lifecycles } from '~/domain/lifecycles.server'
import { nextMoment } from '~/domain/kernel/states'
import { clockCommands } from '~/domain/reactions'
import type { WorkerContext } from './context'

/** Fires every transition whose moment has come, each in a transaction of its own; answers how many. */
export async function fireDue(worker: Pick<WorkerContext, 'db' | 'commands' | 'log'>): Promise<number> {
  const now = await businessNow(worker.db)
  let fired = 0
  for (const lifecycle of lifecycles) {
    for (const id of await lifecycle.due(worker.db, now, 500)) {
      const subject = await worker.db.transaction((tx) => lifecycle.lock(tx, id))
      const next = subject && nextMoment(lifecycle.states, subject)
      const command = next && clockCommands[lifecycle.name]?.[next.event]
      if (!next || !command || next.at > now) continue
      try {
        await worker.commands.runUnknown(command, { id }, { actor: clockActor })
        fired += 1
      } catch (error) {
        // Another worker was first; anything else is a bug and must not stop the others.
        if (!(error instanceof DomainError && error.code === 'stale'))
          worker.log.error({ err: error, id }, 'a due transition failed')
      }
    }
  }
  return fired
}
