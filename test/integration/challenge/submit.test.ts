import { describe, expect, it } from 'vitest'
import { submit } from '~/domain/challenge/commands/submit.server'
import { castKernel, dayMs, draft, eventsOf, refusal, rowOf, submitted } from './given'

const kernel = castKernel()

describe('challenge.submit', () => {
  it('hands a complete statement to the reviewers', async () => {
    const id = await submitted(kernel)
    const row = await rowOf(kernel, id)
    expect(row).toMatchObject({ state: 'submitted', number: null, nextEventAt: null })
    expect(row.submittedAt).toBeInstanceOf(Date)
    expect(await eventsOf(kernel, id)).toEqual(['challenge.draft_created', 'challenge.submitted'])
  })

  it('refuses a statement without targets or budget, saying which', async () => {
    const tried = async (about: Parameters<typeof draft>[1]) => {
      const id = await draft(kernel, about)
      return refusal(kernel.commands.run(submit, { id }, { actor: await kernel.as('poser') }))
    }
    expect(await tried({ targets: [] })).toEqual({ code: 'stale', key: 'challenge.refusal.no_targets' })
    expect(await tried({ budget_min_fen: null, budget_max_fen: null })).toEqual({
      code: 'stale',
      key: 'challenge.refusal.no_budget',
    })
  })

  it('refuses a deadline that has passed while it was a draft', async () => {
    const id = await draft(kernel)
    const deadline = (await rowOf(kernel, id)).bidDeadline!
    await kernel.setClock(new Date(deadline.getTime() + dayMs))
    const actor = await kernel.as('poser')
    expect(await refusal(kernel.commands.run(submit, { id }, { actor }))).toMatchObject({
      key: 'challenge.refusal.deadline_past',
    })
  })

  it('is for a verified poser: others see nothing, a viewer is told, a newcomer has to be verified first', async () => {
    const id = await draft(kernel)
    const tried = async (what: string, who: 'rival' | 'poser_viewer' | 'newcomer') =>
      refusal(kernel.commands.run(submit, { id: what }, { actor: await kernel.as(who) }))
    expect(await tried(id, 'rival')).toMatchObject({ code: 'not_found' })
    expect(await tried(id, 'poser_viewer')).toMatchObject({ key: 'errors.refusal.viewer' })
    const own = await draft(kernel, {}, 'newcomer')
    expect(await tried(own, 'newcomer')).toEqual({ code: 'not_allowed', key: 'challenge.refusal.poser_not_verified' })
  })

  it('happens once: of two at the same time the second is told', async () => {
    const id = await draft(kernel)
    const actor = await kernel.as('poser')
    const both = await Promise.allSettled([
      kernel.commands.run(submit, { id }, { actor }),
      kernel.commands.run(submit, { id }, { actor }),
    ])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await eventsOf(kernel, id)).filter((type) => type === 'challenge.submitted')).toHaveLength(1)
  })
})
