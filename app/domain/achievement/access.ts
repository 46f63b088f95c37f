import { type Actor, belongsTo, memberWhoWrites, verifiedMember, writesFor } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'
import type { AchievementSubject } from './rules'

/** Anybody who may write for an organisation drafts. */
export const mayDraft = (actor: Actor): Decision => memberWhoWrites(actor)

/** Only its own organisation changes a listing; for others a draft does not exist. */
export function mayChange(actor: Actor, achievement: AchievementSubject): Decision {
  if (writesFor(actor, achievement.organizationId)) return yes
  if (belongsTo(actor, achievement.organizationId)) return no('errors.refusal.viewer')
  return achievement.listedAt ? no('errors.refusal.not_yours') : hidden
}

/** Listing needs a verified organisation. */
export function mayList(actor: Actor, achievement: AchievementSubject): Decision {
  const change = mayChange(actor, achievement)
  return change.yes ? verifiedMember(actor) : change
}
