import { type Actor, belongsTo, verifiedMember, memberWhoWrites } from '../kernel/actor'
import { all, type Decision, hidden, no, yes } from '../kernel/decision'
import { type ChallengeStanding, mayOfferToSolve } from '../challenge/access'
import { areRelated, type Controlled } from '../organization/rules'

/** What access to bidding rests on: the challenge and its poser. Nothing of it depends on whether there are bids. */
export interface BiddingStanding extends ChallengeStanding {
  organization: Controlled & { id: string }
}

const published = (challenge: ChallengeStanding): Decision => (challenge.publishedAt ? yes : hidden)

function notRelated(actor: Actor, challenge: BiddingStanding): Decision {
  const own = actor.kind === 'person' ? actor.organization : null
  if (own && areRelated(own, challenge.organization)) return no('bid.refusal.related_party')
  return yes
}

/** Who may keep a draft: a member who may write for an organisation that could bid once it is verified. */
export const mayDraft = (actor: Actor, challenge: BiddingStanding): Decision =>
  all(
    () => published(challenge),
    () => memberWhoWrites(actor),
    () => mayOfferToSolve(actor, challenge),
    () => notRelated(actor, challenge),
  )

/** Who may hand in a bid: a verified organisation that is neither the poser's nor related to it. Source: DESIGN 5, bids. */
export const maySubmitBid = (actor: Actor, challenge: BiddingStanding): Decision =>
  all(
    () => published(challenge),
    () => verifiedMember(actor),
    () => mayOfferToSolve(actor, challenge),
    () => notRelated(actor, challenge),
  )

/** The bid of one's own organisation; those of others do not exist for the actor. */
export function mayWithdrawBid(actor: Actor, bid: { organizationId: string } | null): Decision {
  const writes = memberWhoWrites(actor)
  if (!writes.yes) return writes
  return bid && belongsTo(actor, bid.organizationId) ? yes : hidden
}
