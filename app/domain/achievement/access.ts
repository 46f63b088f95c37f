import { type Actor, belongsTo, memberWhoWrites, verifiedMember, writesFor } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'

/** What access to a listing rests on, achievement or capability. */
interface ListingStanding {
  organizationId: string
  listedAt: Date | null
}

/** Anybody who may write for an organisation drafts. */
export const mayDraft = (actor: Actor): Decision => memberWhoWrites(actor)

/** Only its own organisation changes a listing; for others a draft does not exist. */
export function mayChange(actor: Actor, listing: ListingStanding): Decision {
  if (writesFor(actor, listing.organizationId)) return yes
  if (belongsTo(actor, listing.organizationId)) return no('errors.refusal.viewer')
  return listing.listedAt ? no('errors.refusal.not_yours') : hidden
}

/** Listing needs a verified organisation. */
export function mayList(actor: Actor, listing: ListingStanding): Decision {
  const change = mayChange(actor, listing)
  return change.yes ? verifiedMember(actor) : change
}
