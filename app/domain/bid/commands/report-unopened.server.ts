import { eq } from 'drizzle-orm'
import { bid } from '#db/schema'
import { lockChallengeShared } from '../../challenge/lifecycle.server'
import { command } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { notFound } from '../../kernel/errors'
import { nextState } from '../rows.server'
import { reportUnopenedInput } from '../schema'

/** The worker could not open a bid of a challenge that fails for want of bids: its solver sees that, too. Refusals: state. */
export const reportUnopened = command('bid.report_unopened', {
  event: 'bid.opening_failed',
  by: 'worker',
  input: reportUnopenedInput,
  async lock(tx, input) {
    const [named] = await tx.select({ challengeId: bid.challengeId }).from(bid).where(eq(bid.id, input.bid_id))
    const challenge = named && (await lockChallengeShared(tx, named.challengeId))
    const [row] = await tx.select().from(bid).where(eq(bid.id, input.bid_id)).for('update')
    if (!challenge || !row) throw notFound()
    return { challenge, bid: row }
  },
  allow: onlyWorker,
  async write({ tx, subject, now }) {
    const { bid: row } = subject
    const state = nextState(subject, 'fail_opening', now)
    await tx.update(bid).set({ state }).where(eq(bid.id, row.id))
    return {
      answer: { bid: row.code },
      subject: { type: 'bid', id: row.id },
      before: { state: row.state, version: row.version },
      after: { state, version: row.version },
    }
  },
})
