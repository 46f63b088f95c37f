import { eq } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { publish } from '~/domain/challenge/commands/publish.server'
import { returnToPoser } from '~/domain/challenge/commands/return.server'
import { submit } from '~/domain/challenge/commands/submit.server'
import { dayAfter, dayOf, businessNow } from '~/domain/kernel/clock'
import { challengeInput } from './challenge-data'
import { challengeOf } from './challenges-data'
import type { StoryContext, StoryStep } from './timeline'

/** One challenge's dates, all in days relative to the present: ago, or, for the deadline, ahead (negative: behind). */
export interface ChallengeDates {
  key: string
  draftedAgo: number
  publishedAgo?: number
  deadlineIn: number
}

const dates: readonly ChallengeDates[] = [
  { key: 'sic_module', draftedAgo: 33, publishedAgo: 30, deadlineIn: 3 },
  { key: 'fingertip', draftedAgo: 29, publishedAgo: 27, deadlineIn: 6 },
  { key: 'bms', draftedAgo: 26, publishedAgo: 24, deadlineIn: 9 },
  { key: 'slurry_particles', draftedAgo: 24, publishedAgo: 21, deadlineIn: 12 },
  { key: 'gate_driver', draftedAgo: 21, publishedAgo: 18, deadlineIn: 16 },
  { key: 'thermal_gel', draftedAgo: 18, publishedAgo: 16, deadlineIn: 20 },
  { key: 'inference', draftedAgo: 16, publishedAgo: 14, deadlineIn: 24 },
  { key: 'roller_screw', draftedAgo: 14, publishedAgo: 11, deadlineIn: 28 },
  { key: 'catheter', draftedAgo: 11, publishedAgo: 9, deadlineIn: 33 },
  { key: 'liquid_cooling', draftedAgo: 9, publishedAgo: 5, deadlineIn: 38 },
  { key: 'amr', draftedAgo: 5, publishedAgo: 2, deadlineIn: 45 },
  { key: 'film_thickness', draftedAgo: 74, publishedAgo: 71, deadlineIn: -42 },
  { key: 'low_altitude', draftedAgo: 2, deadlineIn: 40 },
  { key: 'ultrapure', draftedAgo: 1, deadlineIn: 35 },
  { key: 'wearable_flow', draftedAgo: 4, deadlineIn: 30 },
  { key: 'station_data', draftedAgo: 5, deadlineIn: 36 },
]

/** Id of the challenge that the story calls so. */
export async function challengeId({ db }: StoryContext, key: string): Promise<string> {
  const [row] = await db
    .select({ id: challenge.id })
    .from(challenge)
    .where(eq(challenge.title, challengeOf(key).title))
  if (!row) throw new Error(`the challenge ${key} is not there yet`)
  return row.id
}

const notHandedIn = new Set(['wearable_flow'])

/** The poser drafts and hands in, a reviewer publishes some days later. */
export function stepsOfChallenge({ key, draftedAgo, publishedAgo, deadlineIn }: ChallengeDates): StoryStep[] {
  const each = challengeOf(key)
  const draft: StoryStep = {
    daysAgo: draftedAgo,
    async run({ db, commands, as }) {
      const poser = { actor: await as(each.poser) }
      const bidDay = dayAfter(dayOf(await businessNow(db)), draftedAgo + deadlineIn)
      const days = { bidDay, deliveryDay: dayAfter(bidDay, each.deliveryDays) }
      const { id } = await commands.run(createDraft, challengeInput(each, days), poser)
      if (!notHandedIn.has(key)) await commands.run(submit, { id }, poser)
    },
  }
  if (publishedAgo === undefined) return [draft]
  const published: StoryStep = {
    daysAgo: publishedAgo,
    async run(story) {
      const id = await challengeId(story, key)
      await story.commands.run(publish, { id }, { actor: await story.as('reviewer') })
    },
  }
  return [draft, published]
}

/** What needs to be mended before it can be published. */
const sentBack: StoryStep = {
  daysAgo: 2,
  async run(story) {
    const id = await challengeId(story, 'station_data')
    const reason =
      '“查询快、更新及时”没有测试条件，“有关测评”没有说明依据哪项标准；请补充数据量、并发数和测评名称后重新提交。'
    await story.commands.run(returnToPoser, { id, reason }, { actor: await story.as('reviewer') })
  },
}

/** Challenges that nobody has decided yet: open ones, the reviewers' queue, a draft, and one for which nobody bid. */
export const challengeSteps: StoryStep[] = [...dates.flatMap(stepsOfChallenge), sentBack]
