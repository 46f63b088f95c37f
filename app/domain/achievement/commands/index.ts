import { createAchievement } from './create.server'
import { expireAchievement } from './expire.server'
import { publishAchievement } from './publish.server'
import { renewAchievement } from './renew.server'
import { updateAchievement } from './update.server'
import { withdrawAchievement } from './withdraw.server'

export const achievementCommands = [
  createAchievement,
  updateAchievement,
  publishAchievement,
  renewAchievement,
  withdrawAchievement,
  expireAchievement,
]
