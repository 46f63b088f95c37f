import { lifecycleCommand } from '../../command/command'
import { onlyClock } from '../../kernel/actor'
import { achievementLifecycle } from '../lifecycle.server'
import { AchievementIdInput } from '../schema'

/** The clock ends a listing whose validity is over. */
export const expireAchievement = lifecycleCommand('achievement.expire', {
  event: 'achievement.expired',
  input: AchievementIdInput,
  by: 'clock',
  of: achievementLifecycle,
  id: (input) => input.id,
  transition: 'expire',
  allow: onlyClock,
  write: async ({ subject }) => ({ answer: { id: subject.id } }),
})
