import { lifecycleCommand } from '../../command/command'
import { mayChange } from '../access'
import { achievementLifecycle } from '../lifecycle.server'
import { AchievementIdInput } from '../schema'

/** Takes a listing off the market; it can be listed again. Refusals: viewer, not_yours, state. */
export const withdrawAchievement = lifecycleCommand('achievement.withdraw', {
  event: 'achievement.withdrawn',
  input: AchievementIdInput,
  of: achievementLifecycle,
  id: (input) => input.id,
  transition: 'withdraw',
  allow: mayChange,
  write: async ({ subject }) => ({ answer: { id: subject.id } }),
})
