import { eq, sql } from 'drizzle-orm'
import { achievement } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayChange } from '../access'
import { achievementLifecycle } from '../lifecycle.server'
import { columnsOf, writeMetrics } from '../rows.server'
import { UpdateAchievementInput } from '../schema'

/** Changes what a listing says, also while it is listed. Refusals: viewer, not_yours, state. */
export const updateAchievement = lifecycleCommand('achievement.update', {
  event: 'achievement.updated',
  input: UpdateAchievementInput,
  of: achievementLifecycle,
  id: (input) => input.id,
  states: ['draft', 'listed', 'in_negotiation', 'expired', 'withdrawn'],
  allow: mayChange,
  async write({ tx, input, subject }) {
    await tx
      .update(achievement)
      .set({ ...columnsOf(input), updatedAt: sql`clock_timestamp()` })
      .where(eq(achievement.id, subject.id))
    await writeMetrics(tx, subject.id, input.metrics)
    return { answer: { id: subject.id } }
  },
})
