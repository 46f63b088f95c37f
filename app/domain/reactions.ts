import { expireAchievement } from './achievement/commands/expire.server'
import { expireCapability } from './capability/commands/expire.server'
import { writeClosingList } from './bid/closing.server'
import { close as closeChallenge } from './challenge/commands/close.server'
import { type ClockCommands, type Job, type Reactions, indexJob } from './command/run.server'
import { awardContracted, completeWhenSigned } from './contract/followers.server'
import type { RecordedEvent } from './event/record.server'
import { noteAwards, noteOpenedBids } from './matching/followers.server'
import {
  tellConfirmed,
  tellFailed,
  tellIntended,
  tellNotOpened,
  tellOpened,
  tellWithdrawn,
} from './notification/followers/bid.server'
import { tellClosed, tellPublished, tellReturned, tellReviewers } from './notification/followers/challenge.server'
import {
  tellAmended,
  tellCancelled,
  tellChanged,
  tellContractReturned,
  tellDrafted,
  tellRefused,
  tellRegistered,
  tellSigned,
  tellSubmitted,
} from './notification/followers/contract.server'
import { tellDeclined, tellJudge, tellScored } from './notification/followers/evaluation.server'
import {
  tellAchievementExpired,
  tellAdded,
  tellCapabilityExpired,
  tellOrganizationReturned,
  tellToVerify,
  tellVerified,
} from './notification/followers/organization.server'

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
  'achievement.expired': { ...reindex, followers: [tellAchievementExpired] },
  'capability.listed': watched,
  'capability.updated': watched,
  'capability.renewed': watched,
  'capability.withdrawn': reindex,
  'capability.expired': { ...reindex, followers: [tellCapabilityExpired] },
  'challenge.submitted': { followers: [tellReviewers] },
  'challenge.returned': { followers: [tellReturned] },
  'challenge.published': { ...watched, followers: [tellPublished] },
  'challenge.withdrawn': { ...reindex, followers: [tellWithdrawn] },
  'challenge.closed': {
    followers: [writeClosingList, tellClosed],
    jobs: (event) => [indexJob('challenge', event.subject.id), openBidsJob(event.subject.id)],
  },
  'challenge.bids_opened': { ...reindex, followers: [noteOpenedBids, tellOpened] },
  'bid.opening_failed': { followers: [tellNotOpened] },
  'evaluation.judge_invited': { followers: [tellJudge] },
  'evaluation.declined': { followers: [tellDeclined] },
  'evaluation.scorecard_submitted': { followers: [tellScored] },
  'challenge.award_intended': { ...reindex, followers: [tellIntended] },
  'challenge.award_confirmed': { ...reindex, followers: [noteAwards, tellConfirmed] },
  'challenge.failed_to_award': { ...reindex, followers: [tellFailed] },
  'contract.drafted': { followers: [tellDrafted] },
  'contract.updated': { followers: [tellChanged] },
  'contract.signature_given': { followers: [completeWhenSigned] },
  'contract.signature_stated': { followers: [completeWhenSigned] },
  'contract.signed': { followers: [awardContracted, tellSigned] },
  'contract.submitted': { followers: [tellSubmitted] },
  'contract.returned': { followers: [tellContractReturned] },
  'contract.registered': { followers: [tellRegistered] },
  'contract.refused': { followers: [tellRefused] },
  'contract.amended': { followers: [tellAmended] },
  'contract.cancelled': { followers: [tellCancelled] },
  'organization.submitted': { followers: [tellToVerify] },
  'organization.verified': { followers: [tellVerified] },
  'organization.returned': { followers: [tellOrganizationReturned] },
  'organization.member_added': { followers: [tellAdded] },
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
