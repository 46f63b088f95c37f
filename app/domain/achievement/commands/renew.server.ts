import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { achievement } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { readSetting } from '../../settings/queries.server'
import { mayList } from '../access'
import { achievementLifecycle } from '../lifecycle.server'
import { AchievementIdInput } from '../schema'

/** Lists an expired achievement again. Refusals as for publishing. */
export const renewAchievement = lifecycleCommand('achievement.renew', {
  event: 'achievement.renewed',
  input: AchievementIdInput,
  of: achievementLifecycle,
  id: (input) => input.id,
  transition: 'renew',
  allow: mayList,
  async write({ tx, subject, now }) {
    const days = await readSetting(tx, 'achievement.valid_days', z.number().int().positive())
    await tx
      .update(achievement)
      .set({ validUntil: new Date(now.getTime() + days * 86_400_000) })
      .where(eq(achievement.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
