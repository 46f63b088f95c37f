import type { z } from 'zod'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import type { CreateAchievementInput } from '~/domain/achievement/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'
import type { Shown } from '~/domain/matching/feedback.server'
import type { TestKernel } from '../kernel'

/** An achievement as a match page shows it. */
export const shownListing = (id: string, rank = 1): Shown => ({
  listing_kind: 'achievement',
  listing_id: id,
  rank,
  features: {
    score: 12 / rank,
    score_without_figures: 20 / rank,
    must_missed: 0,
    must_unknown: 0.5,
    any_must_missed: 0,
    wish_missed: 0,
    wish_unknown: 1,
    same_field: true,
  },
})

/** A listed achievement of somebody's organisation, whole as it is given. */
export async function listedWith(kernel: TestKernel, key: DemoKey, input: z.input<typeof CreateAchievementInput>) {
  const by = { actor: await kernel.as(key) }
  const { id } = await kernel.commands.run(createAchievement, input, by)
  const { number } = await kernel.commands.run(publishAchievement, { id }, by)
  return { id, number: number! }
}

/** A listed achievement of somebody's organisation. */
export async function listedBy(kernel: TestKernel, key: DemoKey, title = '硫化物全固态电芯') {
  return listedWith(kernel, key, {
    title,
    abstract: `${title}：已完成中试，可以转让或许可。`,
    field: 'new_energy',
  })
}
