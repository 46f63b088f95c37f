import type { ChallengeState, OrganizationKind } from '#db/schema'
import { type Actor, belongsTo, isStaff, memberWhoWrites, writesFor } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'
import { availableEvents, type By } from '../kernel/states'
import { type ChallengeCase, type ChallengeEvent, challengeStates } from './rules'

/** What access to a challenge rests on. */
export interface ChallengeStanding {
  state: ChallengeState
  organizationId: string
  publishedAt: Date | null
  createdBy: string
  /** Everybody who belongs to the poser's organisation, whichever one they act for now. */
  memberIds: readonly string[]
}

/** Enterprises pose problems; a scenario to try things out may be offered by any organisation. Source: DESIGN 1 and 2. */
export function mayPose(actor: Actor, kind: 'problem' | 'scenario'): Decision {
  const writes = memberWhoWrites(actor)
  if (!writes.yes) return writes
  const own: OrganizationKind | undefined = actor.kind === 'person' ? actor.organization?.kind : undefined
  return own === 'enterprise' || kind === 'scenario' ? yes : no('challenge.refusal.only_enterprises')
}

/** Published ones are public; before that the poser's organisation, and reviewers while it waits for them. Anybody else sees nothing. */
export function mayRead(actor: Actor, challenge: ChallengeStanding): Decision {
  if (challenge.publishedAt || belongsTo(actor, challenge.organizationId)) return yes
  return challenge.state === 'submitted' && isStaff(actor, 'reviewer') ? yes : hidden
}

/** The poser: a member of the organisation who may write for it. */
export function mayActAsPoser(actor: Actor, challenge: ChallengeStanding): Decision {
  if (writesFor(actor, challenge.organizationId)) return yes
  if (belongsTo(actor, challenge.organizationId)) return no('errors.refusal.viewer')
  if (!mayRead(actor, challenge).yes) return hidden
  return actor.kind === 'visitor' ? no('errors.refusal.not_signed_in') : no('challenge.refusal.not_poser')
}

/** As {@link mayActAsPoser}, for an organisation that a reviewer has verified. */
export function maySubmit(actor: Actor, challenge: ChallengeStanding): Decision {
  const poser = mayActAsPoser(actor, challenge)
  if (!poser.yes) return poser
  return actor.kind === 'person' && actor.organization?.state === 'verified'
    ? yes
    : no('challenge.refusal.poser_not_verified')
}

/** A reviewer with no part in the poser's organisation. Source: DESIGN 5, "nobody reviews what he took part in". */
export function mayReview(actor: Actor, challenge: ChallengeStanding): Decision {
  if (actor.kind !== 'person' || !isStaff(actor, 'reviewer')) {
    if (!mayRead(actor, challenge).yes) return hidden
    return actor.kind === 'visitor' ? no('errors.refusal.not_signed_in') : no('challenge.refusal.not_reviewer')
  }
  if (challenge.memberIds.includes(actor.personId) || challenge.createdBy === actor.personId) {
    return no('challenge.refusal.own_case')
  }
  return mayRead(actor, challenge).yes ? yes : hidden
}

const whoMay: Partial<Record<ChallengeEvent, (actor: Actor, challenge: ChallengeStanding) => Decision>> = {
  submit: maySubmit,
  withdraw: mayActAsPoser,
  publish: mayReview,
  return: mayReview,
  intend_award: mayActAsPoser,
  confirm_award: mayActAsPoser,
  fail_to_award: mayActAsPoser,
}

/** One thing that can be done with a challenge now: by whom, and yes or the reason why not. */
export interface ChallengeAction {
  event: ChallengeEvent
  by: By
  decision: Decision
}

/**
 * What this actor is offered on a challenge's page. Events of another part (a reviewer's for the poser, the poser's for a solver)
 * are left out; those of the actor's own part that are refused come with their reason.
 */
export function challengeActions(
  actor: Actor,
  challenge: ChallengeStanding & ChallengeCase,
  now: Date,
): ChallengeAction[] {
  return availableEvents(challengeStates, challenge, now).flatMap(({ event, by, decision }) => {
    const own = by === 'reviewer' ? isStaff(actor, 'reviewer') : belongsTo(actor, challenge.organizationId)
    const allowed = whoMay[event]?.(actor, challenge)
    if (!own || !allowed) return []
    return [{ event, by, decision: allowed.yes ? decision : allowed }]
  })
}

/** Whether the page offers to hand in a bid; the bid area decides about the bid itself. Never depends on whether there are bids. */
export const mayOfferToSolve = (actor: Actor, challenge: ChallengeStanding): Decision =>
  belongsTo(actor, challenge.organizationId) ? no('challenge.refusal.own_challenge') : yes
