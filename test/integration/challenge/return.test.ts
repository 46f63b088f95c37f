import { describe, expect, it } from 'vitest'
import { returnToPoser } from '~/domain/challenge/commands/return.server'
import { submit } from '~/domain/challenge/commands/submit.server'
import { challengeById } from '~/domain/challenge/queries.server'
import { businessNow } from '~/domain/kernel/clock'
import { castKernel, draft, refusal, rowOf, submitted } from './given'

const kernel = castKernel()

describe('challenge.return', () => {
  it('gives the poser the reason, and the poser may hand it in again', async () => {
    const id = await submitted(kernel)
    const reviewer = await kernel.as('reviewer')
    const poser = await kernel.as('poser')
    await kernel.commands.run(returnToPoser, { id, reason: '请写明循环寿命的测试条件。' }, { actor: reviewer })
    const now = await businessNow(kernel.db)
    expect(await challengeById(kernel.db, poser, id, now)).toMatchObject({
      state: 'returned',
      return_reason: '请写明循环寿命的测试条件。',
      actions: [
        { event: 'submit', refusal: null },
        { event: 'withdraw', refusal: null },
      ],
    })
    await expect(challengeById(kernel.db, reviewer, id, now)).rejects.toMatchObject({ code: 'not_found' })
    await kernel.commands.run(submit, { id }, { actor: poser })
    expect(await rowOf(kernel, id)).toMatchObject({ state: 'submitted', returnReason: null })
  })

  it('needs a reason and a reviewer, and something that was handed in', async () => {
    const id = await submitted(kernel)
    const tried = async (who: 'reviewer' | 'poser' | 'rival', what = id, reason = '请补充条件') =>
      refusal(kernel.commands.run(returnToPoser, { id: what, reason }, { actor: await kernel.as(who) }))
    expect(await tried('reviewer', id, '')).toMatchObject({ code: 'invalid', paths: ['reason'] })
    expect(await tried('poser')).toMatchObject({ key: 'challenge.refusal.not_reviewer' })
    expect(await tried('rival')).toMatchObject({ code: 'not_found' })
    expect(await tried('reviewer', await draft(kernel))).toMatchObject({ code: 'not_found' })
  })
})
