import { describe, expect, it } from 'vitest'
import { close } from '~/domain/challenge/commands/close.server'
import { challengeLifecycle } from '~/domain/challenge/lifecycle.server'
import { clockActor, workerActor } from '~/domain/kernel/actor'
import { castKernel, dayMs, eventsOf, published, refusal, rowOf } from './given'

const kernel = castKernel()

describe('challenge.close', () => {
  it('is due at the deadline and counts from it, however late the clock comes by', async () => {
    const { id } = await published(kernel)
    const deadline = (await rowOf(kernel, id)).bidDeadline!
    expect(await challengeLifecycle.due(kernel.db, new Date(deadline.getTime() - 1), 10)).toEqual([])
    expect(await challengeLifecycle.due(kernel.db, deadline, 10)).toEqual([id])
    await kernel.setClock(new Date(deadline.getTime() + dayMs))
    await kernel.commands.run(close, { id }, { actor: clockActor })
    expect(await rowOf(kernel, id)).toMatchObject({ closedAt: deadline, nextEventAt: null })
    expect(await eventsOf(kernel, id)).toContain('challenge.closed')
  })

  it('does not come early, and nobody but the clock can do it', async () => {
    const { id } = await published(kernel)
    expect(await refusal(kernel.commands.run(close, { id }, { actor: clockActor }))).toMatchObject({
      key: 'challenge.refusal.not_due',
    })
    await kernel.setClock((await rowOf(kernel, id)).bidDeadline!)
    for (const actor of [await kernel.as('poser'), await kernel.as('reviewer'), workerActor]) {
      expect(await refusal(kernel.commands.run(close, { id }, { actor }))).toMatchObject({ code: 'not_found' })
    }
    await kernel.commands.run(close, { id }, { actor: clockActor })
    expect(await refusal(kernel.commands.run(close, { id }, { actor: clockActor }))).toMatchObject({ code: 'stale' })
  })
})
