import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { award, calendarDay } from '#db/schema'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { failToAward } from '~/domain/award/commands/fail-to-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { markContracted } from '~/domain/award/commands/mark-contracted.server'
import { comparison, ownResult } from '~/domain/award/queries.server'
import { readChallenge } from '~/domain/challenge/lifecycle.server'
import { workerActor } from '~/domain/kernel/actor'
import { openChallenge, submitAs } from '#test/integration/bid/world'
import {
  accepted,
  bidOf,
  card,
  castKernel,
  challengeRow,
  judged,
  judging,
  refusal,
} from '#test/integration/evaluation/world'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'

const kernel = castKernel()

const intend = async (id: string, bids: string[], reason = '', key: Parameters<typeof kernel.as>[0] = 'poser') =>
  kernel.commands.run(intendAward, { id, bids, reason }, { actor: await kernel.as(key) })
const awardsOf = (id: string) => kernel.db.select().from(award).where(eq(award.challengeId, id)).orderBy(award.rank)

describe('challenge.intend_award', () => {
  it('gives the first of the ranking without a reason, and publicity begins', async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, [90, 80], [70, 75])
    const { publicity_ends_at } = await intend(id, [bids.solver])
    expect(await challengeRow(kernel, id)).toMatchObject({
      state: 'publicity',
      publicityEndsAt: new Date(publicity_ends_at),
    })
    expect(await awardsOf(id)).toMatchObject([
      { bidId: bids.solver, state: 'intended', rank: 1, scoreHundredths: 8600, priceFen: 860000000n },
    ])
  })

  it('counts working days by the calendar: a holiday more is a day later', async () => {
    const one = await judging(kernel)
    const other = await judging(kernel)
    const [first, second] = [await judged(kernel, one.id, 80, 70), await judged(kernel, other.id, 80, 70)]
    // Thursday, 21 January 2027: five working days end on the 28th.
    await kernel.setClock(new Date('2027-01-21T03:00:00Z'))
    expect((await intend(one.id, [first.solver])).publicity_ends_at).toBe('2027-01-28T16:00:00.000Z')
    await kernel.db.insert(calendarDay).values({ day: '2027-01-25', working: 'off', name: '试验假日' })
    expect((await intend(other.id, [second.solver])).publicity_ends_at).toBe('2027-01-29T16:00:00.000Z')
  })

  it('wants a reason for another choice', async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, 90, 70)
    expect(await refusal(intend(id, [bids.rival]))).toMatchObject({ code: 'invalid', paths: ['reason'] })
    await intend(id, [bids.rival], '交付更早，且报价低 65 万元')
    expect(await awardsOf(id)).toMatchObject([{ bidId: bids.rival, rank: 2, reason: '交付更早，且报价低 65 万元' }])
  })

  it('gives a tie to the lower price', async () => {
    const { id, number } = await judging(kernel)
    const bids = await judged(kernel, id, [80, 80], [90, 65])
    const view = await comparison(kernel.db, await kernel.as('poser'), number)
    const ranks = Object.fromEntries(
      view.bids.map((each) => [each.id, [each.result!.rank, each.result!.decided_by, each.result!.total.mean]]),
    )
    expect(ranks).toEqual({ [bids.rival]: [1, null, 8000], [bids.solver]: [2, 'price', 8000] })
  })

  it('waits for enough scorecards', async () => {
    const { id } = await judging(kernel)
    const { id: bidId } = await bidOf(kernel, 'solver', id)
    for (const key of ['judge', 'judge_two'] as const) {
      const own = await accepted(kernel, id, key)
      await kernel.commands.run(
        submitScorecard,
        { id: own, scores: await card(kernel, own, {}) },
        { actor: await kernel.as(key) },
      )
    }
    expect(await refusal(intend(id, [bidId]))).toMatchObject({
      key: 'award.refusal.scorecards_missing',
      params: { submitted: 2, needed: 3 },
    })
  })

  it("is the poser's: nobody else may, a viewer neither", async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, 90, 70)
    for (const key of ['poser_viewer', 'reviewer', 'judge', 'solver', 'registrar', 'system_administrator'] as const) {
      expect(await refusal(intend(id, [bids.solver], '', key)), key).toMatchObject({ code: 'not_allowed' })
    }
  })

  it('takes one bid, of this challenge', async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, 90, 70)
    expect(await refusal(intend(id, [bids.solver, bids.rival]))).toMatchObject({ paths: ['bids'] })
    const elsewhere = await openChallenge(kernel)
    await submitAs(kernel, 'solver', elsewhere.id)
    const foreign = await bidOf(kernel, 'solver', elsewhere.id)
    expect(await refusal(intend(id, [foreign.id], '不该可以'))).toMatchObject({ paths: ['bids'] })
  })

  it('takes several in a race', async () => {
    const { id } = await judging(kernel, { winner_mode: 'race', max_winners: 2 })
    const bids = await judged(kernel, id, 70, 90)
    await intend(id, [bids.solver, bids.rival])
    expect(await awardsOf(id)).toMatchObject([
      { bidId: bids.rival, rank: 1 },
      { bidId: bids.solver, rank: 2 },
    ])
  })

  it('happens once when ten try', async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, 90, 70)
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => intend(id, [at % 2 ? bids.solver : bids.rival], '同时提交')),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await awardsOf(id)).toHaveLength(1)
  })
})

describe('challenge.confirm_award', () => {
  it('waits for the end of publicity, to the millisecond, and confirms every award', async () => {
    const { id } = await judging(kernel, { winner_mode: 'race', max_winners: 2 })
    const bids = await judged(kernel, id, 70, 90)
    const { publicity_ends_at } = await intend(id, [bids.solver, bids.rival])
    const confirm = async (key: 'poser' | 'reviewer') =>
      kernel.commands.run(confirmAward, { id }, { actor: await kernel.as(key) })
    expect(await refusal(confirm('poser'))).toMatchObject({ key: 'challenge.refusal.publicity_runs' })
    await kernel.setClock(new Date(publicity_ends_at))
    expect(await refusal(confirm('reviewer'))).toMatchObject({ code: 'not_allowed' })
    const { awards } = await confirm('poser')
    expect(awards).toHaveLength(2)
    expect(await challengeRow(kernel, id)).toMatchObject({ state: 'awarded', awardedAt: expect.any(Date) })
    expect((await awardsOf(id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(await refusal(confirm('poser'))).toMatchObject({ code: 'stale' })
  })
})

describe('award.mark_contracted', () => {
  it("is the worker's, after confirmation, once", async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, 90, 70)
    const { publicity_ends_at } = await intend(id, [bids.solver])
    const [won] = await awardsOf(id)
    const mark = () => kernel.commands.run(markContracted, { id: won!.id }, { actor: workerActor })
    expect(await refusal(mark())).toMatchObject({ code: 'stale' })
    await kernel.setClock(new Date(publicity_ends_at))
    await kernel.commands.run(confirmAward, { id }, { actor: await kernel.as('poser') })
    expect(
      await refusal(kernel.commands.run(markContracted, { id: won!.id }, { actor: await kernel.as('poser') })),
    ).toMatchObject({ code: 'not_found' })
    await mark()
    expect((await awardsOf(id))[0]!.state).toBe('contracted')
    expect(await refusal(mark())).toMatchObject({ code: 'stale' })
  })
})

describe('challenge.fail_to_award', () => {
  it("is the poser's while judging, with words", async () => {
    const { id } = await judging(kernel)
    const fail = async (reason: string, key: 'poser' | 'solver') =>
      kernel.commands.run(failToAward, { id, reason }, { actor: await kernel.as(key) })
    expect(await refusal(fail('', 'poser'))).toMatchObject({ paths: ['reason'] })
    expect(await refusal(fail('别家的榜', 'solver'))).toMatchObject({ code: 'not_allowed' })
    expect(
      await refusal(
        kernel.commands.run(failToAward, { id, reason: 'award.ended.too_few_bids' }, { actor: workerActor }),
      ),
    ).toMatchObject({ key: 'award.refusal.not_workers_turn' })
    await fail('没有一家达到必须的指标', 'poser')
    expect(await challengeRow(kernel, id)).toMatchObject({
      state: 'failed_to_award',
      endedReason: '没有一家达到必须的指标',
    })
  })

  it("is nobody's before the bids are opened", async () => {
    const { id } = await openChallenge(kernel)
    const run = kernel.commands.run(failToAward, { id, reason: '不想等了' }, { actor: await kernel.as('poser') })
    expect(await refusal(run)).toMatchObject({ code: 'stale' })
  })
})

describe('what a bidder learns', () => {
  it('is its own scores, ranks and comments, once an award is intended, and nothing of another bid', async () => {
    const { id } = await judging(kernel)
    const bids = await judged(kernel, id, [90, 60], [80, 70])
    const told = async (key: 'solver' | 'rival' | 'partner') =>
      ownResult(kernel.db, (await readChallenge(kernel.db, { id }))!, (await kernel.as(key)).organization!.id)
    expect(await told('rival')).toBeNull()
    await intend(id, [bids.solver])
    const rival = (await told('rival'))!
    expect(rival).toMatchObject({
      awarded: false,
      rank: 2,
      bids: 2,
      total: { mean: 7600, low: 7600, high: 7600 },
      criteria: [
        { name: '技术方案', weight: 60, rank: 2, spread: { mean: 8000 } },
        { name: '团队与条件', weight: 40, rank: 1, spread: { mean: 7000 } },
      ],
    })
    expect(rival.criteria[0]!.comments).toHaveLength(3)
    expect(await told('solver')).toMatchObject({ awarded: true, rank: 1 })
    expect(JSON.stringify(rival)).not.toContain('硫化物')
    expect(JSON.stringify(rival)).not.toContain('860000000')
    expect(await told('partner')).toBeNull()
  })
})
