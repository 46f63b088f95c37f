import { describe, expect, it } from 'vitest'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { challengeByNumber, searchDocumentOf } from '~/domain/challenge/queries.server'
import { visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { castKernel, draft, published, refusal, rowOf, submitted } from './given'

const kernel = castKernel()

describe('challenge.withdraw', () => {
  it('takes a published challenge out of search and shows everybody why', async () => {
    const { id, number } = await published(kernel)
    expect(await searchDocumentOf(kernel.db, id)).not.toBeNull()
    const actor = await kernel.as('poser')
    await kernel.commands.run(withdraw, { id, reason: '产线停产，不再需要。' }, { actor })
    expect(await rowOf(kernel, id)).toMatchObject({ state: 'withdrawn', nextEventAt: null })
    expect(await searchDocumentOf(kernel.db, id)).toBeNull()
    expect(await challengeByNumber(kernel.db, visitor, number, await businessNow(kernel.db))).toMatchObject({
      state: 'withdrawn',
      ended_reason: '产线停产，不再需要。',
      mayBid: false,
    })
  })

  it('needs a reason once the public knows of it, and none before', async () => {
    const actor = await kernel.as('poser')
    const { id } = await published(kernel)
    expect(await refusal(kernel.commands.run(withdraw, { id }, { actor }))).toMatchObject({
      code: 'invalid',
      paths: ['reason'],
    })
    for (const quiet of [await draft(kernel), await submitted(kernel)]) {
      await kernel.commands.run(withdraw, { id: quiet }, { actor })
      expect((await rowOf(kernel, quiet)).state).toBe('withdrawn')
    }
  })

  it('is the poser’s alone', async () => {
    const { id } = await published(kernel)
    const tried = async (who: 'rival' | 'poser_viewer' | 'reviewer') =>
      refusal(kernel.commands.run(withdraw, { id, reason: '不再需要' }, { actor: await kernel.as(who) }))
    expect(await tried('rival')).toMatchObject({ key: 'challenge.refusal.not_poser' })
    expect(await tried('reviewer')).toMatchObject({ key: 'challenge.refusal.not_poser' })
    expect(await tried('poser_viewer')).toMatchObject({ key: 'errors.refusal.viewer' })
  })

  it('comes too late from the deadline on, though no clock has come by', async () => {
    const { id } = await published(kernel)
    await kernel.setClock((await rowOf(kernel, id)).bidDeadline!)
    const actor = await kernel.as('poser')
    expect(await refusal(kernel.commands.run(withdraw, { id, reason: '不再需要' }, { actor }))).toMatchObject({
      code: 'stale',
    })
  })
})
