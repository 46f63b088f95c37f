import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { achievement } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { nextNumber } from '../../kernel/numbers'
import { readSetting } from '../../settings/queries.server'
import { mayList } from '../access'
import { achievementLifecycle } from '../lifecycle.server'
import { AchievementIdInput } from '../schema'

/** Lists an achievement: from now on everybody finds it, for as long as the setting says. Refusals: viewer, not_yours, not_verified, state. */
export const publishAchievement = lifecycleCommand('achievement.publish', {
  event: 'achievement.listed',
  input: AchievementIdInput,
  of: achievementLifecycle,
  id: (input) => input.id,
  transition: 'list',
  allow: mayList,
  async write({ tx, subject, now }) {
    const days = await readSetting(tx, 'achievement.valid_days', z.number().int().positive())
    const number = subject.number ?? (await nextNumber(tx, 'CG', now))
    await tx
      .update(achievement)
      .set({ number, listedAt: subject.listedAt ?? now, validUntil: new Date(now.getTime() + days * 86_400_000) })
      .where(eq(achievement.id, subject.id))
    return { answer: { id: subject.id, number } }
  },
})
