import { type Actor, belongsTo, isStaff } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'
import { type ChallengeStanding, mayActAsPoser } from '../challenge/access'
import type { JudgeState } from '#db/schema'

/** The poser's writers and the district's reviewers choose judges; a reviewer with a part in the poser does not. */
export function mayInviteJudge(actor: Actor, challenge: ChallengeStanding): Decision {
  if (belongsTo(actor, challenge.organizationId)) return mayActAsPoser(actor, challenge)
  if (!challenge.publishedAt) return hidden
  if (isStaff(actor, 'reviewer') && actor.kind === 'person') {
    return challenge.memberIds.includes(actor.personId) ? no('evaluation.refusal.own_case') : yes
  }
  return actor.kind === 'visitor' ? no('errors.refusal.not_signed_in') : no('evaluation.refusal.not_inviting')
}

/** A judge's evaluation is that person's alone; for anybody else it does not exist. */
export const mayEvaluate = (actor: Actor, judge: { personId: string }): Decision =>
  actor.kind === 'person' && actor.personId === judge.personId ? yes : hidden

/** What of the judging an actor sees: all submitted scorecards, only the bids, or nothing. */
export type Sight = 'all' | 'bids' | 'nothing'

/**
 * Opened bids are for the poser, reviewers and judges who declared to have no conflict. A judge sees the others' scores once the
 * own scorecard is submitted. Source: DESIGN 5, judging.
 */
export function sightOfBids(
  actor: Actor,
  challenge: ChallengeStanding,
  judges: readonly { personId: string; state: JudgeState }[],
): Sight {
  if (actor.kind !== 'person') return 'nothing'
  const own = judges.filter((each) => each.personId === actor.personId)
  if (own.some((each) => each.state === 'submitted')) return 'all'
  if (own.some((each) => each.state === 'accepted')) return 'bids'
  if (belongsTo(actor, challenge.organizationId)) return 'all'
  if (isStaff(actor, 'reviewer') && !challenge.memberIds.includes(actor.personId)) return 'all'
  return 'nothing'
}
