import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event, score } from '#db/schema'
import { comparison } from '~/domain/award/queries.server'
import { saveScores } from '~/domain/evaluation/commands/save-scores.server'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'
import { scorecardView } from '~/domain/evaluation/queries.server'
import { visitor } from '~/domain/kernel/actor'
import { accepted, bidOf, card, castKernel, invite, judgeRow, judging, refusal } from './world'

const kernel = castKernel()

describe('evaluation.save_scores', () => {
  it('keeps what is there, for the judge alone', async () => {
    const { id } = await judging(kernel)
    const own = await accepted(kernel, id, 'judge')
    const { id: bidId } = await bidOf(kernel, 'solver', id)
    const actor = await kernel.as('judge')
    const scores = [
      { bid_id: bidId, criterion: 0, value: 80, reason: '路线清楚' },
      { bid_id: bidId, criterion: 1, reason: '' },
    ]
    expect(await kernel.commands.run(saveScores, { id: own, scores }, { actor })).toMatchObject({ saved: 1 })
    expect((await scorecardView(kernel.db, actor, own)).scores).toEqual([
      { bid_id: bidId, criterion: 0, value: 80, reason: '路线清楚' },
    ])
    await expect(scorecardView(kernel.db, await kernel.as('poser'), own)).rejects.toMatchObject({ code: 'not_found' })
    const without = kernel.commands.run(
      saveScores,
      { id: own, scores: [{ bid_id: bidId, criterion: 1, reason: '只写了理由' }] },
      { actor },
    )
    expect(await refusal(without)).toMatchObject({ paths: ['scores.0.value'] })
    expect(JSON.stringify(await kernel.db.select().from(event).where(eq(event.subjectId, own)))).not.toContain(
      '路线清楚',
    )
  })

  it('needs the declaration first', async () => {
    const { id } = await judging(kernel)
    const { id: own } = await invite(kernel, id, 'judge')
    const actor = await kernel.as('judge')
    expect(await refusal(kernel.commands.run(saveScores, { id: own, scores: [] }, { actor }))).toMatchObject({
      code: 'stale',
    })
    expect((await scorecardView(kernel.db, actor, own)).bids).toEqual([])
  })
})

describe('evaluation.submit_scorecard', () => {
  it('takes each bid by each criterion, with reasons, once', async () => {
    const { id } = await judging(kernel)
    const own = await accepted(kernel, id, 'judge')
    const actor = await kernel.as('judge')
    const full = await card(kernel, own, { [(await bidOf(kernel, 'solver', id)).id]: 88 })
    const run = (scores: typeof full) => kernel.commands.run(submitScorecard, { id: own, scores }, { actor })
    expect(await refusal(run(full.slice(1)))).toMatchObject({ code: 'invalid', paths: ['scores'] })
    expect(await refusal(run([...full, full[0]!]))).toMatchObject({ paths: [`scores.${full.length}.value`] })
    expect(await refusal(run(full.map((line) => ({ ...line, reason: ' ' }))))).toMatchObject({ code: 'invalid' })
    expect(await refusal(run(full.map((line) => ({ ...line, value: 101 }))))).toMatchObject({ code: 'invalid' })
    await run(full)
    expect(await judgeRow(kernel, id, 'judge')).toMatchObject({ state: 'submitted', submittedAt: expect.any(Date) })
    expect(await kernel.db.select().from(score).where(eq(score.judgeId, own))).toHaveLength(full.length)
    expect(await refusal(run(full))).toMatchObject({ code: 'stale' })
    expect(await refusal(kernel.commands.run(saveScores, { id: own, scores: [] }, { actor }))).toMatchObject({
      code: 'stale',
    })
  })

  it('is blind: a judge sees the others only after the own', async () => {
    const { id, number } = await judging(kernel)
    const [first, second] = [await accepted(kernel, id, 'judge'), await accepted(kernel, id, 'judge_two')]
    const scores = await card(kernel, first, { [(await bidOf(kernel, 'solver', id)).id]: 88 })
    await kernel.commands.run(submitScorecard, { id: first, scores }, { actor: await kernel.as('judge') })
    const seenBy = async (key: 'judge' | 'judge_two' | 'poser' | 'reviewer' | 'poser_viewer') =>
      (await comparison(kernel.db, await kernel.as(key), number)).bids.map(({ result }) => result !== null)
    expect(await seenBy('judge')).toEqual([true, true])
    expect(await seenBy('judge_two')).toEqual([false, false])
    expect(await seenBy('poser')).toEqual([true, true])
    expect(await seenBy('poser_viewer')).toEqual([true, true])
    expect(await seenBy('reviewer')).toEqual([true, true])
    expect((await comparison(kernel.db, await kernel.as('judge_two'), number)).tendencies).toEqual([])
    await kernel.commands.run(
      submitScorecard,
      { id: second, scores: await card(kernel, second, {}) },
      { actor: await kernel.as('judge_two') },
    )
    expect(await seenBy('judge_two')).toEqual([true, true])
  })
})

describe('the comparison of bids', () => {
  it('does not exist for bidders, judges who were only invited, others of the district, or visitors', async () => {
    const { id, number } = await judging(kernel)
    await invite(kernel, id, 'judge_three')
    for (const key of [
      'solver',
      'rival',
      'judge_three',
      'registrar',
      'analyst',
      'system_administrator',
      'stranger',
    ] as const) {
      await expect(comparison(kernel.db, await kernel.as(key), number), key).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await expect(comparison(kernel.db, visitor, number)).rejects.toMatchObject({ code: 'not_found' })
  })
})
