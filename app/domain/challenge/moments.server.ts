import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { challenge } from '#db/schema'

/** What the later areas, which move a challenge on, leave in its row: when each step was taken, and why it ended. */
type Moments = Partial<
  Pick<typeof challenge.$inferInsert, 'openedAt' | 'publicityEndsAt' | 'awardedAt' | 'endedReason'>
>

export async function noteMoments(tx: Tx, challengeId: string, moments: Moments): Promise<void> {
  await tx.update(challenge).set(moments).where(eq(challenge.id, challengeId))
}
