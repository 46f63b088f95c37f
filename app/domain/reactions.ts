import { expireAchievement } from './achievement/commands/expire.server'
import { expireCapability } from './capability/commands/expire.server'
import { close as closeChallenge } from './challenge/commands/close.server'
import { type ClockCommands, type Reactions, indexJob } from './command/run.server'
import { completeWhenSigned } from './contract/followers.server'
import type { RecordedEvent } from './event/record.server'

/** Search is brought up to date about the event's subject. */
const reindex = {
  jobs: (event: RecordedEvent) => [
    indexJob(event.subject.type as 'challenge' | 'achievement' | 'capability', event.subject.id),
  ],
}

/** What follows an event: followers in the same transaction, and jobs. Handed to the command runner at start. */
export const reactions: Reactions = {
  'achievement.listed': reindex,
  'achievement.updated': reindex,
  'achievement.renewed': reindex,
  'achievement.withdrawn': reindex,
  'achievement.expired': reindex,
  'capability.listed': reindex,
  'capability.updated': reindex,
  'capability.renewed': reindex,
  'capability.withdrawn': reindex,
  'capability.expired': reindex,
  'challenge.published': reindex,
  'challenge.withdrawn': reindex,
  'challenge.closed': reindex,
  'contract.signature_given': { followers: [completeWhenSigned] },
  'contract.signature_stated': { followers: [completeWhenSigned] },
  'demo.clock_moved': { jobs: () => [{ task: 'fire_due', payload: {} }] },
}

/** What the clock fires, by lifecycle and its table's event. */
export const clockCommands: ClockCommands = {
  challenge: { close: closeChallenge },
  achievement: { expire: expireAchievement },
  capability: { expire: expireCapability },
}
