import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { challengeTarget } from '#db/schema'
import { returnToPoser } from '~/domain/challenge/commands/return.server'
import { updateDraft } from '~/domain/challenge/commands/update-draft.server'
import { castKernel, draft, eventsOf, published, refusal, rowOf, statement, submitted } from './given'

const kernel = castKernel()

const saved = { ...statement(), bid_deadline: '2030-01-01T17:00', criteria: [{ name: '技术', weight: 100 }] }

describe('challenge.update_draft', () => {
  it('replaces the whole statement', async () => {
    const id = await draft(kernel)
    const targets = [{ name: '循环寿命', comparator: '>=', value: 800, unit: '次' } as const]
    const input = { ...saved, id, title: '换一个更清楚的题目', tags: [], targets }
    await kernel.commands.run(updateDraft, input, { actor: await kernel.as('poser') })
    expect(await rowOf(kernel, id)).toMatchObject({ title: '换一个更清楚的题目', tags: [], state: 'draft' })
    const rows = await kernel.db
      .select({ name: challengeTarget.name })
      .from(challengeTarget)
      .where(eq(challengeTarget.challengeId, id))
      .orderBy(asc(challengeTarget.position))
    expect(rows).toEqual([{ name: '循环寿命' }])
    expect(await eventsOf(kernel, id)).toEqual(['challenge.draft_created', 'challenge.draft_updated'])
  })

  it('is possible again once a reviewer returned it', async () => {
    const id = await submitted(kernel)
    const actor = await kernel.as('poser')
    expect(await refusal(kernel.commands.run(updateDraft, { ...saved, id }, { actor }))).toMatchObject({
      code: 'stale',
    })
    await kernel.commands.run(returnToPoser, { id, reason: '请写明测试条件' }, { actor: await kernel.as('reviewer') })
    await kernel.commands.run(updateDraft, { ...saved, id }, { actor })
    expect((await rowOf(kernel, id)).state).toBe('returned')
  })

  it('hides a draft from others, and says no to a viewer', async () => {
    const id = await draft(kernel)
    const tried = async (who: 'rival' | 'poser_viewer' | 'reviewer') =>
      refusal(kernel.commands.run(updateDraft, { ...saved, id }, { actor: await kernel.as(who) }))
    expect(await tried('rival')).toEqual({ code: 'not_found', key: 'errors.not_found' })
    expect(await tried('reviewer')).toEqual({ code: 'not_found', key: 'errors.not_found' })
    expect(await tried('poser_viewer')).toMatchObject({ key: 'errors.refusal.viewer' })
  })

  it('leaves what is published as it is', async () => {
    const { id } = await published(kernel)
    const actor = await kernel.as('poser')
    expect(await refusal(kernel.commands.run(updateDraft, { ...saved, id }, { actor }))).toMatchObject({
      code: 'stale',
    })
  })
})
