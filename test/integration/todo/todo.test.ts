import { describe, expect, it } from 'vitest'
import { draft, submitted } from '#test/integration/contract/factory'
import { accepted, castKernel, invite, judged, judgeKeys, judging } from '#test/integration/evaluation/world'
import { submitAs, openChallenge } from '#test/integration/bid/world'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { acceptContract } from '~/domain/contract/commands/accept.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { todoCount, todoOf, waitingOf } from '~/domain/todo/queries.server'

const kernel = castKernel()

const about = <Row extends { number: string | null; title: string }>(rows: Row[], what: string) =>
  rows.filter((row) => row.number === what || row.title === what)
async function todo(key: DemoKey, what: string) {
  const [actor, now] = [await kernel.as(key), await businessNow(kernel.db)]
  const rows = await todoOf(kernel.db, actor, now)
  expect(await todoCount(kernel.db, actor, now)).toBe(rows.length)
  return about(rows, what)
}
const kinds = async (key: DemoKey, what: string) => (await todo(key, what)).map((row) => row.kind)
const waits = async (key: DemoKey, what: string) =>
  about(await waitingOf(kernel.db, await kernel.as(key), await businessNow(kernel.db)), what).map((row) => row.kind)

describe('what waits for the poser', () => {
  it('is to finish a draft, which a viewer and others are not asked for', async () => {
    const title = '一份没有写完的榜题'
    const actor = await kernel.as('poser')
    const { id } = await kernel.commands.run(createDraft, { title, requirement: '还没有写完的技术要求。' }, { actor })
    expect(await todo('poser', title)).toMatchObject([
      { kind: 'challenge_finish', to: `/workspace/challenges/${id}`, number: null },
    ])
    for (const other of ['poser_viewer', 'rival', 'reviewer'] as const) expect(await todo(other, title)).toEqual([])
  })

  it('goes from judges to award to confirmation, and to the contract of both sides', async () => {
    const { id, number } = await judging(kernel)
    expect(await kinds('poser', number)).toEqual(['challenge_judges'])
    expect(await waits('solver', number)).toEqual(['bid_judged'])
    const bids = await judged(kernel, id, 90, 60)
    expect(await kinds('poser', number)).toEqual(['challenge_award'])
    const actor = await kernel.as('poser')
    const { publicity_ends_at } = await kernel.commands.run(intendAward, { id, bids: [bids.solver] }, { actor })
    expect(await kinds('poser', number)).toEqual([])
    expect(await waits('poser', number)).toEqual(['challenge_publicity'])
    await kernel.setClock(new Date(publicity_ends_at))
    expect(await kinds('poser', number)).toEqual(['challenge_confirm'])
    expect(await waits('poser', number)).toEqual([])
    await kernel.commands.run(confirmAward, { id }, { actor })
    for (const party of ['poser', 'solver'] as const) expect(await kinds(party, number)).toEqual(['contract_draft'])
    expect(await kinds('rival', number)).toEqual([])
  })
})

describe('what waits for a judge', () => {
  it('is to answer, then to score, and waits for nobody once enough judges take part', async () => {
    const { id, number } = await judging(kernel)
    await invite(kernel, id, 'judge')
    expect(await kinds('judge', number)).toEqual(['judging_answer'])
    expect(await kinds('judge_two', number)).toEqual([])
    for (const key of judgeKeys.slice(1)) await accepted(kernel, id, key)
    expect(await kinds('judge_two', number)).toEqual(['judging_score'])
    expect(await kinds('poser', number)).toEqual([])
    expect(await waits('poser', number)).toEqual(['challenge_scores'])
  })
})

describe('what waits for solvers', () => {
  it('tells nobody but the bidder of a bid under seal', async () => {
    const { id, number } = await openChallenge(kernel)
    const before = await waits('poser', number)
    await submitAs(kernel, 'solver', id)
    expect(await waits('solver', number)).toEqual(['bid_sealed'])
    expect(await waits('poser', number)).toEqual(before)
    expect(await waits('rival', number)).toEqual([])
  })
})

describe('what waits for parties and registrars', () => {
  it('is to sign, then to apply, each for whose turn it is', async () => {
    const { id, number } = await draft(kernel)
    expect(await kinds('poser', number)).toEqual(['contract_sign'])
    await kernel.commands.run(signContract, { id, version: 1 }, { actor: await kernel.as('poser') })
    expect(await kinds('poser', number)).toEqual([])
    expect(await waits('poser', number)).toEqual(['contract_signatures'])
    await kernel.commands.run(signContract, { id, version: 1 }, { actor: await kernel.as('solver') })
    expect(await kinds('solver', number)).toEqual(['contract_submit'])
    expect(await waits('poser', number)).toEqual(['contract_submission'])
    expect(await kinds('registrar', number)).toEqual([])
  })

  it('is to take an application up, then to decide by the end of the review', async () => {
    const { id, number } = await submitted(kernel)
    expect(await todo('registrar', number)).toMatchObject([{ kind: 'contract_accept', deadline: null }])
    const actor = await kernel.as('registrar')
    const { review_due_at } = await kernel.commands.run(acceptContract, { id }, { actor })
    expect(await todo('registrar', number)).toMatchObject([
      { kind: 'contract_register', deadline: new Date(review_due_at).toISOString(), to: `/admin/contracts/${number}` },
    ])
    expect(await waits('poser', number)).toEqual(['contract_registration'])
    expect(await kinds('reviewer', number)).toEqual([])
  })
})

it('is nothing for a visitor', async () => {
  expect(await todoOf(kernel.db, visitor, new Date())).toEqual([])
  expect(await todoCount(kernel.db, visitor, new Date())).toBe(0)
})
