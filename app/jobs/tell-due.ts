import type { AnyCommand } from '~/domain/command/command'
import { clockActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError } from '~/domain/kernel/errors'
import { remind } from '~/domain/notification/commands/remind.server'
import { sendDigest } from '~/domain/notification/commands/send-digest.server'
import { digestsDue } from '~/domain/notification/digest.server'
import { dueReminders } from '~/domain/notification/reminders.server'
import type { WorkerContext } from './context'

type Telling = Pick<WorkerContext, 'db' | 'commands' | 'log'>

/** Reminds of what comes near and sends the digests of the day, each in a transaction of its own; answers how many. */
export async function tellDue(worker: Telling): Promise<number> {
  const now = await businessNow(worker.db)
  let told = 0
  for (const { kind, id } of await dueReminders(worker.db, now)) told += await fired(worker, remind, { kind, id })
  for (const person_id of await digestsDue(worker.db, now)) told += await fired(worker, sendDigest, { person_id })
  return told
}

async function fired({ commands, log }: Telling, command: AnyCommand, input: object): Promise<number> {
  try {
    await commands.runUnknown(command, input, { actor: clockActor })
    return 1
  } catch (error) {
    // Another worker was first; anything else is a bug and must not stop the others.
    if (!(error instanceof DomainError && error.code === 'stale')) log.error({ err: error, ...input }, 'telling failed')
    return 0
  }
}
