import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { challengeCriterion, challengeTarget } from '#db/schema'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { visitor } from '~/domain/kernel/actor'
import { castKernel, draft, eventsOf, refusal, rowOf, statement } from './given'

const kernel = castKernel()

describe('challenge.create_draft', () => {
  it('keeps the statement with its targets, and takes bidding days and criteria from the settings', async () => {
    await kernel.setClock(new Date('2026-10-10T02:00:00Z'))
    const id = await draft(kernel)
    expect(await rowOf(kernel, id)).toMatchObject({
      state: 'draft',
      number: null,
      publishedAt: null,
      nextEventAt: null,
      budgetMaxFen: 900_000_000n,
      bidDeadline: new Date('2026-11-09T09:00:00Z'),
    })
    const targets = await kernel.db
      .select()
      .from(challengeTarget)
      .where(eq(challengeTarget.challengeId, id))
      .orderBy(asc(challengeTarget.position))
    expect(targets).toMatchObject([
      { name: '能量密度', comparator: '>=', value: 400, valueTo: null, must: true },
      { name: '工作温度', comparator: 'between', value: -20, valueTo: 60, must: false },
    ])
    const criteria = await kernel.db.select().from(challengeCriterion).where(eq(challengeCriterion.challengeId, id))
    expect(criteria.reduce((sum, each) => sum + each.weight, 0)).toBe(100)
    expect(await eventsOf(kernel, id)).toEqual(['challenge.draft_created'])
  })

  it('keeps what is said over what the settings say, and a default budget only for an import', async () => {
    const own = await draft(kernel, {
      criteria: [{ name: '只看指标', weight: 100 }],
      bid_deadline: '2026-12-24T17:00',
      budget_min_fen: null,
      budget_max_fen: null,
    })
    expect(await rowOf(kernel, own)).toMatchObject({
      bidDeadline: new Date('2026-12-24T09:00:00Z'),
      budgetMaxFen: null,
    })
    const imported = await draft(kernel, { external_id: 'q-1', budget_min_fen: null, budget_max_fen: null })
    expect((await rowOf(kernel, imported)).budgetMaxFen).toBe(100_000_000n)
  })

  it('refuses what does not fit together, at the field where it is mended', async () => {
    const actor = await kernel.as('poser')
    const pathsOf = async (about: Parameters<typeof statement>[0]) =>
      (await refusal(kernel.commands.run(createDraft, statement(about), { actor }))).paths
    expect(await pathsOf({ budget_min_fen: '900000001' })).toEqual(['budget_max_fen'])
    expect(await pathsOf({ criteria: [{ name: '技术', weight: 99 }] })).toEqual(['criteria'])
    expect(await pathsOf({ payment_plan: [{ label: '签约', percent: 30 }] })).toEqual(['payment_plan'])
    expect(await pathsOf({ bid_deadline: '2026-12-24T17:00', delivery_deadline: '2026-12-24' })).toEqual([
      'delivery_deadline',
    ])
    expect(await pathsOf({ winner_mode: 'race' })).toEqual(['max_winners'])
    const range = { name: '温度', comparator: 'between', value: 60, unit: '℃' } as const
    expect(await pathsOf({ targets: [{ ...range, value_to: 60 }] })).toEqual(['targets.0.value_to'])
    expect(await pathsOf({ targets: [{ ...range, comparator: '<=', value_to: 70 }] })).toEqual(['targets.0.value_to'])
    expect(await pathsOf({ targets: Array.from({ length: 21 }, () => ({ ...range, value_to: 70 })) })).toEqual([
      'targets',
    ])
    expect(await pathsOf({ budget_max_fen: '12.5' })).toEqual(['budget_max_fen'])
    expect(await pathsOf({ title: 'a\u0000bcd' })).toEqual(['title'])
    expect(await pathsOf({ bid_deadline: 'soon', delivery_deadline: '2026-12-24' })).toEqual(['bid_deadline'])
  })

  it('is for members who write: not a visitor, a viewer, or someone without organisation', async () => {
    const tried = async (actor: Parameters<typeof kernel.commands.run>[2]['actor']) =>
      refusal(kernel.commands.run(createDraft, statement(), { actor }))
    expect(await tried(visitor)).toMatchObject({ code: 'not_signed_in' })
    expect(await tried(await kernel.as('poser_viewer'))).toMatchObject({ key: 'errors.refusal.viewer' })
    expect(await tried(await kernel.as('stranger'))).toMatchObject({ key: 'errors.refusal.no_organization' })
  })

  it('lets enterprises pose problems and anybody offer a scenario', async () => {
    const actor = await kernel.as('solver')
    expect(await refusal(kernel.commands.run(createDraft, statement(), { actor }))).toMatchObject({
      key: 'challenge.refusal.only_enterprises',
    })
    await kernel.commands.run(createDraft, statement({ kind: 'scenario' }), { actor })
  })

  it('takes an external id once per organisation', async () => {
    await draft(kernel, { external_id: 'same' })
    expect(await refusal(draft(kernel, { external_id: 'same' }))).toMatchObject({
      key: 'challenge.refusal.external_id_taken',
    })
    await draft(kernel, { external_id: 'same' }, 'rival')
    const both = await Promise.allSettled([
      draft(kernel, { external_id: 'race' }),
      draft(kernel, { external_id: 'race' }),
    ])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('makes one draft when the same form is sent twice', async () => {
    const by = { actor: await kernel.as('poser'), key: 'form-1' }
    const first = await kernel.commands.run(createDraft, statement(), by)
    expect(await kernel.commands.run(createDraft, statement(), by)).toEqual(first)
  })
})
