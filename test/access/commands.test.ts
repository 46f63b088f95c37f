import { describe, expect, it } from 'vitest'
import { castKernel } from '#test/integration/challenge/given'
import type { CastKey } from '#test/cast'
import { type Actor, visitor } from '~/domain/kernel/actor'
import { DomainError } from '~/domain/kernel/errors'
import { registry } from '~/domain/registry'
import { expectedCommands } from './expected-commands'
import { deviations, everybody, expectedFor } from './who'
import type { Who } from './web'
import { type World, makeWorld } from './world'

const kernel = castKernel()
let made: Promise<World> | undefined
const world = () => (made ??= makeWorld(kernel))

/** Ends a transaction so that nothing of what was tried stays. */
class Tried extends Error {}

const actors = new Map<Who, Actor>([['visitor', visitor]])

async function actorOf(who: Who): Promise<Actor> {
  const actor = actors.get(who) ?? (await kernel.as(who as CastKey))
  actors.set(who, actor)
  return actor
}

async function outcomeOf(name: string, input: unknown, who: Who): Promise<string> {
  const actor = await actorOf(who)
  try {
    await kernel.commands.together(async (fire) => {
      await fire(registry.get(name)! as never, input as never, actor)
      throw new Tried()
    })
  } catch (error) {
    if (error instanceof Tried) return 'done'
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'not_found') return 'missing'
    if (error.code === 'not_signed_in') return 'sign_in'
    if (error.code === 'not_allowed') return error.key
    return error.code === 'stale' ? 'later' : error.code
  }
  return 'nothing'
}

describe('every command, fired by everybody', () => {
  it('has a row, and no row is of a command that is gone', () => {
    expect(Object.keys(expectedCommands).sort()).toEqual([...registry.keys()].sort())
  })

  it.each(Object.entries(expectedCommands).map(([name, rows]) => ({ name, rows })))(
    '$name',
    async ({ name, rows }) => {
      const there = await world()
      const wrong: string[] = []
      for (const row of rows) {
        const found: Partial<Record<Who, string>> = {}
        for (const who of everybody) found[who] = await outcomeOf(name, row.input(there), who)
        wrong.push(...deviations(`${name}${row.on ? ` on ${row.on}` : ''}`, expectedFor(row.expected), found))
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})
