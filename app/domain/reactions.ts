import { expireAchievement } from './achievement/commands/expire.server'
import { expireCapability } from './capability/commands/expire.server'
import { writeClosingList } from './bid/closing.server'
import { close as closeChallenge } from './challenge/commands/close.server'
import { type ClockCommands, type Job, type Reactions, indexJob } from './command/run.server'
import { awardContracted, completeWhenSigned } from './contract/followers.server'
import type { RecordedEvent } from './event/record.server'
import { noteAwards, noteOpenedBids } from './matching/followers.server'

/** Search is brought up to date about the event's subject. */
const reindex = {
  jobs: (event: RecordedEvent) => [
    indexJob(event.subject.type as 'challenge' | 'achievement' | 'capability', event.subject.id),
  ],
}

/** The worker opens the bids of a challenge that has closed. */
const openBidsJob = (challengeId: string): Job => ({
  task: 'open_bids',
  payload: { challenge_id: challengeId },
  queue: `open_bids:${challengeId}`,
})

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
  'challenge.closed': {
    followers: [writeClosingList],
    jobs: (event) => [indexJob('challenge', event.subject.id), openBidsJob(event.subject.id)],
  },
  'challenge.bids_opened': { ...reindex, followers: [noteOpenedBids] },
  'challenge.award_intended': reindex,
  'challenge.award_confirmed': { ...reindex, followers: [noteAwards] },
  'challenge.failed_to_award': reindex,
  'contract.signature_given': { followers: [completeWhenSigned] },
  'contract.signature_stated': { followers: [completeWhenSigned] },
  'contract.signed': { followers: [awardContracted] },
  'demo.clock_moved': { jobs: () => [{ task: 'fire_due', payload: {} }] },
}

/** What the clock fires, by lifecycle and its table's event. */
export const clockCommands: ClockCommands = {
  challenge: { close: closeChallenge },
  achievement: { expire: expireAchievement },
  capability: { expire: expireCapability },
}
