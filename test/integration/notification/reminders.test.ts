import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { achievement, challenge, contract, notificationReminder } from '#db/schema'
import { openChallenge, submitAs } from '#test/integration/bid/world'
import { castKernel, dayMs } from '#test/integration/challenge/given'
import * as contracts from '#test/integration/contract/factory'
import { accepted, invite, judged, judging } from '#test/integration/evaluation/world'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { businessNow } from '~/domain/kernel/clock'
import { formatDateTime } from '~/i18n/format'
import { forget, letters, tell, told, toldRows } from './told'

const kernel = castKernel()
const by = async (key: Parameters<typeof kernel.as>[0]) => ({ actor: await kernel.as(key) })
const until = async (moment: Date, ahead: number) => kernel.setClock(new Date(moment.getTime() - ahead))
const hour = 3_600_000

beforeEach(async () => {
  // Whatever an earlier test left ahead is not told again.
  await tell(kernel)
  await forget(kernel)
})

describe('a bid deadline that comes near', () => {
  it('is told once to whoever has a draft, and to nobody who handed in', async () => {
    const { id, number, deadline } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await kernel.commands.run(saveDraft, { challenge_id: id, content: { plan: '半成' } }, await by('rival'))
    await forget(kernel)
    await until(deadline, 4 * dayMs)
    await tell(kernel)
    expect(await told(kernel)).toEqual([])
    await until(deadline, 3 * dayMs - hour)
    await tell(kernel)
    await tell(kernel)
    expect(await toldRows(kernel)).toEqual([
      expect.objectContaining({
        who: 'rival',
        kind: 'bid_closing',
        path: `/challenges/${number}/bid`,
        params: expect.objectContaining({ deadline: formatDateTime(deadline) }),
      }),
    ])
    expect(await letters(kernel)).toHaveLength(1)
  })

  it('is told again when the deadline moves', async () => {
    const { id, deadline } = await openChallenge(kernel)
    await kernel.commands.run(saveDraft, { challenge_id: id, content: { plan: '半成' } }, await by('rival'))
    await forget(kernel)
    await until(deadline, dayMs)
    await tell(kernel)
    const later = new Date(deadline.getTime() + 10 * dayMs)
    await kernel.db.update(challenge).set({ bidDeadline: later, nextEventAt: later }).where(eq(challenge.id, id))
    await tell(kernel)
    expect(await told(kernel)).toEqual(['rival: bid_closing'])
    await until(later, dayMs)
    await tell(kernel)
    expect(await told(kernel)).toEqual(['rival: bid_closing', 'rival: bid_closing'])
  })

  it('is told once when two workers look at the same moment', async () => {
    const { id, deadline } = await openChallenge(kernel)
    await kernel.commands.run(saveDraft, { challenge_id: id, content: { plan: '半成' } }, await by('rival'))
    await forget(kernel)
    await until(deadline, dayMs)
    await Promise.all([tell(kernel), tell(kernel), tell(kernel)])
    expect(await told(kernel)).toEqual(['rival: bid_closing'])
    expect(await letters(kernel)).toHaveLength(1)
  })
})

describe('what waits for somebody', () => {
  it('judges are reminded three days after they were invited, and three after they accepted', async () => {
    const made = await judging(kernel)
    await invite(kernel, made.id, 'judge_two')
    await accepted(kernel, made.id, 'judge')
    await forget(kernel)
    await tell(kernel)
    expect(await told(kernel)).toEqual([])
    await kernel.setClock(new Date((await businessNow(kernel.db)).getTime() + 3 * dayMs + hour))
    await tell(kernel)
    await tell(kernel)
    expect(await told(kernel)).toEqual(['judge: judging_reminder', 'judge_two: judging_reminder'])
  })

  it('the poser is told that publicity is over', async () => {
    const made = await judging(kernel)
    const bids = await judged(kernel, made.id, 90, 70)
    await kernel.commands.run(intendAward, { id: made.id, bids: [bids.solver], reason: '' }, await by('poser'))
    const [row] = await kernel.db.select().from(challenge).where(eq(challenge.id, made.id))
    await forget(kernel)
    await until(row!.publicityEndsAt!, 1000)
    await tell(kernel)
    expect(await told(kernel)).toEqual([])
    await until(row!.publicityEndsAt!, -1000)
    await tell(kernel)
    expect(await told(kernel)).toEqual(['poser: publicity_over'])
  })

  it('registrars are told of an examination that is due', async () => {
    const { id } = await contracts.underReview(kernel)
    const [row] = await kernel.db.select().from(contract).where(eq(contract.id, id))
    await forget(kernel)
    await until(row!.reviewDueAt!, 2 * dayMs)
    await tell(kernel)
    expect(await told(kernel)).toEqual(['registrar: contract_review_due'])
  })

  it('a listing is told of thirty days before it expires, not before', async () => {
    const input = { title: '一项会到期的成果', abstract: '说明它能做什么、做到了哪一步、还缺什么。' }
    const { id } = await kernel.commands.run(createAchievement, input, await by('solver'))
    await kernel.commands.run(publishAchievement, { id }, await by('solver'))
    const [row] = await kernel.db.select().from(achievement).where(eq(achievement.id, id))
    const mine = async () => (await told(kernel)).filter((each) => each.includes('listing'))
    await until(row!.validUntil!, 31 * dayMs)
    await tell(kernel)
    expect(await mine()).toEqual([])
    await until(row!.validUntil!, 30 * dayMs - 1000)
    await tell(kernel)
    expect(await mine()).toEqual(['solver: listing_expiring'])
    expect((await kernel.db.select().from(notificationReminder)).map((each) => each.key)).toContain(
      `listing:${id}:${Math.round(row!.validUntil!.getTime() / 1000)}`,
    )
  })
})
