import { expireAchievement } from './achievement/commands/expire.server'
import { expireCapability } from './capability/commands/expire.server'
import { type ClockCommands, type Reactions, indexJob } from './command/run.server'
import type { RecordedEvent } from './event/record.server'

/** What follows an event: followers in the same transaction, and jobs. Handed to the command runner at start. */
/** What follows an event: followers in the same transaction, and jobs. Handed to the command runner at start. */
export const reactions: Reactions = {
  'demo.clock_moved': { jobs: () => [{ task: 'fire_due', payload: {} }] },
}

/** What the clock fires, by lifecycle and its table's event. */
export const clockCommands: ClockCommands = {
  achievement: { expire: expireAchievement },
  capability: { expire: expireCapability },
}
