import { eq } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { onlyClock } from '../../kernel/actor'
import { challengeLifecycle } from '../lifecycle.server'
import { challengeIdInput } from '../schema'

/** The clock ends bidding at the deadline: that moment counts, not the one at which a late clock came by. Refusals: not_due. */
export const close = lifecycleCommand('challenge.close', {
  event: 'challenge.closed',
  by: 'clock',
  input: challengeIdInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'close',
  allow: onlyClock,
  async write({ tx, subject }) {
    await tx.update(challenge).set({ closedAt: subject.bidDeadline }).where(eq(challenge.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
