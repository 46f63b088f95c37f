import { type ChallengeStanding, mayActAsPoser, mayRead } from '../challenge/access'
import { type Actor, belongsTo, onlyStaff } from '../kernel/actor'
import { all, type Decision, hidden, no, yes } from '../kernel/decision'

/** What was noted of the matches of a challenge is of its poser's organisation alone; viewers cause it as well by looking. */
export function mayBeNoted(actor: Actor, challenge: ChallengeStanding): Decision {
  if (belongsTo(actor, challenge.organizationId)) return yes
  if (!mayRead(actor, challenge).yes) return hidden
  return actor.kind === 'visitor' ? no('errors.refusal.not_signed_in') : no('challenge.refusal.not_poser')
}

/** A poser judges what matching has shown to the organisation, and nothing else: refusals become figures of the lister. */
export const mayJudgeMatch = (actor: Actor, match: { challenge: ChallengeStanding; shown: boolean }): Decision =>
  all(
    () => mayActAsPoser(actor, match.challenge),
    () => (match.shown ? yes : no('matching.refusal.not_shown')),
  )

/** Figures of matching over all challenges name no organisation; they are the analyst's and the administrators'. */
export const mayReadFunnel = onlyStaff(
  'analyst',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
)

/**
 * Words that say the same are kept by who looks after the figures of matching (the analyst) and who looks after the search
 * (the system administrator): both read the search page beside it, and neither decides about a single listing.
 */
export const keepsSynonyms = onlyStaff('analyst', 'system_administrator')

/** What somebody keeps is their own; for anybody else it does not exist. */
export function mayChangeSaved(actor: Actor, saved: { personId: string } | null): Decision {
  if (actor.kind === 'visitor') return no('errors.refusal.not_signed_in')
  return actor.kind === 'person' && saved?.personId === actor.personId ? yes : hidden
}
