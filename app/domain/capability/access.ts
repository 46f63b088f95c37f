import { type Actor, belongsTo, memberWhoWrites, verifiedMember, writesFor } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'
import type { CapabilitySubject } from './rules'

/** Anybody who may write for an organisation drafts. */
export const mayDraft = (actor: Actor): Decision => memberWhoWrites(actor)

/** Only its own organisation changes a listing; for others a draft does not exist. */
export function mayChange(actor: Actor, capability: CapabilitySubject): Decision {
  if (writesFor(actor, capability.organizationId)) return yes
  if (belongsTo(actor, capability.organizationId)) return no('errors.refusal.viewer')
  return capability.listedAt ? no('errors.refusal.not_yours') : hidden
}

/** Listing needs a verified organisation. */
export function mayList(actor: Actor, capability: CapabilitySubject): Decision {
  const change = mayChange(actor, capability)
  return change.yes ? verifiedMember(actor) : change
}
