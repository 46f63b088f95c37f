import { and, eq } from 'drizzle-orm'
import { bid as bidTable, bidEnvelope } from '#db/schema'
import { command } from '../../command/command'
import { mayWithdrawBid } from '../access'
import { lockOwnBid, nextState } from '../rows.server'
import { withdrawInput } from '../schema'

/** Takes a sealed bid back before the deadline, without its key. Refusals: viewer, not_open, deadline_passed, state. */
export const withdrawBid = command('bid.withdraw', {
  event: 'bid.withdrawn',
  input: withdrawInput,
  lock: (tx, input, actor) => lockOwnBid(tx, input.challenge_id, actor),
  allow: (actor, { bid }) => mayWithdrawBid(actor, bid),
  async write({ tx, subject, now }) {
    const bid = subject.bid!
    const state = nextState(subject, 'withdraw', now)
    await tx
      .update(bidEnvelope)
      .set({ state: 'withdrawn' })
      .where(and(eq(bidEnvelope.bidId, bid.id), eq(bidEnvelope.state, 'live')))
    await tx.update(bidTable).set({ state }).where(eq(bidTable.id, bid.id))
    return {
      answer: { challenge: subject.challenge.number! },
      subject: { type: 'bid', id: bid.id },
      before: { state: bid.state, version: bid.version },
      after: { state, version: bid.version },
    }
  },
})
