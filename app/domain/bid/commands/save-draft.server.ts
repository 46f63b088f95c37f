import { bidDraft } from '#db/schema'
import { encryptDraft } from '~/services/sealing/draft.server'
import { command } from '../../command/command'
import { stale } from '../../kernel/errors'
import { mayDraft } from '../access'
import { lockOrMakeOwnBid } from '../rows.server'
import { biddingOpen } from '../rules'
import { saveDraftInput } from '../schema'

/**
 * Keeps an unfinished bid, encrypted at rest, for the own organisation alone. Refusals: own_challenge, related_party, viewer,
 * no_organization, not_open, deadline_passed.
 */
export const saveDraft = command('bid.save_draft', {
  event: 'bid.draft_saved',
  input: saveDraftInput,
  lock: (tx, input, actor) => lockOrMakeOwnBid(tx, input.challenge_id, actor),
  allow: (actor, { challenge }) => mayDraft(actor, challenge),
  async write({ tx, subject: { bid, challenge }, input, now, moment, keys }) {
    const open = biddingOpen({ challenge }, now)
    if (!open.yes) throw stale(open.reason)
    const ciphertext = encryptDraft(keys.derive('bid-draft'), bid!.id, input.content)
    const updatedAt = moment.system
    await tx
      .insert(bidDraft)
      .values({ bidId: bid!.id, ciphertext, updatedAt })
      .onConflictDoUpdate({ target: bidDraft.bidId, set: { ciphertext, updatedAt } })
    return {
      answer: { challenge: challenge.number! },
      subject: { type: 'bid', id: bid!.id },
      before: { state: bid!.state, version: bid!.version },
      after: { state: bid!.state, version: bid!.version },
    }
  },
})
