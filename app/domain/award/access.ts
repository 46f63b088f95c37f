import type { Actor } from '../kernel/actor'
import { type Decision, no, yes } from '../kernel/decision'
import { type ChallengeStanding, mayActAsPoser } from '../challenge/access'

/** The poser awards and confirms. A reviewer does not, whatever else the person is. Source: TRUST 5. */
export const mayAward = (actor: Actor, challenge: ChallengeStanding): Decision => mayActAsPoser(actor, challenge)

/** The poser gives up while judging; the worker ends what has too few bids before anything was opened. */
export function mayFail(actor: Actor, challenge: ChallengeStanding): Decision {
  if (actor.kind === 'worker') return challenge.state === 'closed' ? yes : no('award.refusal.not_workers_turn')
  const poser = mayActAsPoser(actor, challenge)
  if (!poser.yes) return poser
  return challenge.state === 'closed' ? no('award.refusal.bids_not_opened') : yes
}
