import { machineAchievements } from './achievements-machine-data'
import { materialAchievements } from './achievements-material-data'
import { powerAchievements } from './achievements-power-data'
import type { SeedAchievement } from './listing-data'

/** Invented results of the demo's platforms and enterprises; no real result, figure or patent stands behind any of them. */
export const seedAchievementsData: readonly SeedAchievement[] = [
  ...powerAchievements,
  ...machineAchievements,
  ...materialAchievements,
]
