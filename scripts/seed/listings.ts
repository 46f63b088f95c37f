import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { createCapability } from '~/domain/capability/commands/create.server'
import { publishCapability } from '~/domain/capability/commands/publish.server'
import { seedAchievementsData } from './achievements-data'
import { seedCapabilitiesData } from './capabilities-data'
import { achievementInput, capabilityInput } from './listing-data'
import type { StoryStep } from './timeline'

/** Each listing is written and listed by its owner on its day. */
export const listingSteps: StoryStep[] = [
  ...seedAchievementsData.map((each): StoryStep => ({
    daysAgo: each.daysAgo,
    async run({ commands, as }) {
      const owner = { actor: await as(each.owner) }
      const { id } = await commands.run(createAchievement, achievementInput(each), owner)
      await commands.run(publishAchievement, { id }, owner)
    },
  })),
  ...seedCapabilitiesData.map((each): StoryStep => ({
    daysAgo: each.daysAgo,
    async run({ commands, as }) {
      const owner = { actor: await as(each.owner) }
      const { id } = await commands.run(createCapability, capabilityInput(each), owner)
      await commands.run(publishCapability, { id }, owner)
    },
  })),
]
