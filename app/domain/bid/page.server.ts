import { eq } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type ChallengeState, challenge } from '#db/schema'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import { type ChallengeTarget, challengeStates } from '../challenge/rules'
import type { Keys } from '../command/keys.server'
import type { Actor } from '../kernel/actor'
import type { Decision } from '../kernel/decision'
import { notFound } from '../kernel/errors'
import { effectiveState } from '../kernel/states'
import { mayDraft, maySubmitBid } from './access'
import { type BidText, type OwnBidView, openedBids, ownBidView } from './queries.server'
import { biddingOpen } from './rules'

/** The page on which an organisation bids. */
export interface BidPage {
  challenge: {
    id: string
    number: string
    title: string
    state: ChallengeState
    bid_deadline: string
    delivery_deadline: string | null
    targets: ChallengeTarget[]
  }
  /** Why a bid cannot be submitted now, and why not even a draft be kept; null where it can. */
  refusal: string | null
  draft_refusal: string | null
  own: OwnBidView | null
  /** What the own bid says; only after it was opened. */
  text: BidText | null
}

/** @throws not_found where the challenge is not public */
export async function bidPage(
  db: Queryable,
  keys: Keys,
  actor: Actor,
  number: string,
  now: Date,
): Promise<{ page: BidPage; challenge: ChallengeSubject }> {
  const found = await readChallenge(db, { number })
  const draft = found && mayDraft(actor, found)
  if (!found || !draft || (!draft.yes && draft.hidden)) throw notFound()
  const open = biddingOpen({ challenge: found }, now)
  const submit = maySubmitBid(actor, found)
  const organizationId = actor.kind === 'person' ? actor.organization?.id : undefined
  const own = organizationId ? await ownBidView(db, keys, found.id, organizationId) : null
  const texts = own?.state === 'opened' ? await openedBids(db, found.id) : []
  const reason = (...decisions: Decision[]) => {
    const first = decisions.find((each) => !each.yes)
    return first && !first.yes ? first.reason : null
  }
  return {
    challenge: found,
    page: {
      challenge: {
        id: found.id,
        number,
        title: found.title,
        state: effectiveState(challengeStates, found, now),
        bid_deadline: found.bidDeadline?.toISOString() ?? '',
        delivery_deadline: found.deliveryDeadline,
        targets: found.targets,
      },
      refusal: reason(open, submit),
      draft_refusal: reason(open, draft),
      own,
      text: texts.find((each) => each.code === own?.code) ?? null,
    },
  }
}

/** The id of a public challenge, for forms whose URL carries its number. @throws not_found */
export async function challengeIdOf(db: Queryable, number: string): Promise<string> {
  const [found] = await db.select({ id: challenge.id }).from(challenge).where(eq(challenge.number, number))
  if (!found) throw notFound()
  return found.id
}
