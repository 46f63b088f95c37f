import { eq } from 'drizzle-orm'
import { award } from '#db/schema'
import type { AwardState } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type AwardEvent, awardLife } from './rules'

export type AwardSubject = typeof award.$inferSelect

export const awardLifecycle: Lifecycle<AwardSubject, AwardState, AwardEvent> = {
  name: 'award',
  states: awardLife,
  async lock(tx, id) {
    const [row] = await tx.select().from(award).where(eq(award.id, id)).for('update')
    return row ?? null
  },
  async move(tx, id, state, nextEventAt) {
    await tx.update(award).set({ state, nextEventAt }).where(eq(award.id, id))
  },
  snapshot: (row) => ({
    state: row.state,
    challenge_id: row.challengeId,
    bid_id: row.bidId,
    rank: row.rank,
    price_fen: row.priceFen,
  }),
  due: async () => [],
}
