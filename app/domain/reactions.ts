import { expireAchievement } from './achievement/commands/expire.server'
import { expireCapability } from './capability/commands/expire.server'
import { writeClosingList } from './bid/closing.server'
import { close as closeChallenge } from './challenge/commands/close.server'
import { type ClockCommands, type Job, type Reactions, indexJob } from './command/run.server'
import { awardContracted, completeWhenSigned } from './contract/followers.server'
import type { RecordedEvent } from './event/record.server'
import { noteAwards, noteOpenedBids } from './matching/followers.server'

type Searchable = 'challenge' | 'achievement' | 'capability'
const thingOf = ({ subject: { type, id } }: RecordedEvent) => ({ kind: type as Searchable, id })

/** Search is brought up to date about the event's subject. */
const reindex = {
  jobs: (event: RecordedEvent) => [indexJob(thingOf(event).kind, event.subject.id)],
}

/** A job about something that can be found; asked for again while it waits, it is done once. */
const watchJob = (task: 'saved_searches' | 'standing_matches', thing: { kind: Searchable; id: string }): Job => ({
  task,
  payload: thing,
  queue: task,
  key: `${task}:${thing.id}`,
})

/** Something new or changed can be found: search, kept searches and standing matches learn of it. */
const watched = {
  jobs: (event: RecordedEvent) => [
    ...reindex.jobs(event),
    watchJob('saved_searches', thingOf(event)),
    watchJob('standing_matches', thingOf(event)),
  ],
}

/** What a kept search finds when watching begins is no news. */
const noteKnown = {
  jobs: ({ subject: { id } }: RecordedEvent): Job[] => [
    { task: 'known_hits', payload: { id }, queue: 'saved_searches' },
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
  'achievement.listed': watched,
  'achievement.updated': watched,
  'achievement.renewed': watched,
  'achievement.withdrawn': reindex,
  'achievement.expired': reindex,
  'capability.listed': watched,
  'capability.updated': watched,
  'capability.renewed': watched,
  'capability.withdrawn': reindex,
  'capability.expired': reindex,
  'challenge.published': watched,
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
  'matching.search_saved': noteKnown,
  'matching.saved_search_changed': noteKnown,
  'demo.clock_moved': { jobs: () => [{ task: 'fire_due', payload: {} }] },
}

/** What the clock fires, by lifecycle and its table's event. */
export const clockCommands: ClockCommands = {
  challenge: { close: closeChallenge },
  achievement: { expire: expireAchievement },
  capability: { expire: expireCapability },
}
