import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { apiToken, event } from '#db/schema'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { tokenActor } from '~/domain/identity/actor.server'
import { createToken, tokenHashOf } from '~/domain/identity/commands/create-token.server'
import { revokeToken } from '~/domain/identity/commands/revoke-token.server'
import { tokensOf } from '~/domain/identity/queries.server'
import { visitor } from '~/domain/kernel/actor'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))

const make = async (key: Parameters<typeof kernel.as>[0], scopes = ['challenge.submit']) =>
  kernel.commands.run(createToken, { name: '报表程序', scopes, days: 30 }, { actor: await kernel.as(key) })

describe('an API token', () => {
  it('is 256 bits shown once, of which only the digest is kept', async () => {
    const made = await make('poser')
    expect(made.token).toMatch(/^jb_[\w-]{43}$/)
    const [row] = await kernel.db.select().from(apiToken).where(eq(apiToken.id, made.id))
    expect(row).toMatchObject({ tokenHash: tokenHashOf(made.token), scopes: ['challenge.submit'], revokedAt: null })
    const events = await kernel.db.select().from(event).where(eq(event.subjectId, made.id))
    expect(events).toHaveLength(1)
    expect(JSON.stringify([row, events])).not.toContain(made.token)
    expect(Math.round((row!.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(30)
  })

  it('is the person with its scopes, for the organisation they acted for', async () => {
    const poser = await kernel.as('poser')
    const made = await make('poser')
    const actor = await tokenActor(kernel.db, tokenHashOf(made.token), new Date())
    expect(actor).toMatchObject({
      personId: poser.personId,
      organization: { id: poser.organization!.id },
      token: { id: made.id, scopes: ['challenge.submit'] },
    })
  })

  it('counts its days in system time, wherever the business clock stands', async () => {
    await kernel.setClock(new Date('2031-05-01T01:00:00Z'))
    const made = await make('solver')
    expect(new Date(made.expires_at).getUTCFullYear()).toBeLessThan(2031)
    await kernel.setClock(new Date())
    const expired = new Date(Date.now() + 31 * 86_400_000)
    expect(await tokenActor(kernel.db, tokenHashOf(made.token), expired)).toBeNull()
    const [view] = await tokensOf(kernel.db, (await kernel.as('solver')).personId, expired)
    expect(view?.state).toBe('expired')
  })

  it('answers a retry with the same token', async () => {
    const by = { actor: await kernel.as('rival'), key: 'retry-1' }
    const input = { name: '重试', scopes: ['*'] }
    const first = await kernel.commands.run(createToken, input, by)
    expect(await kernel.commands.run(createToken, input, by)).toEqual(first)
    expect(await tokensOf(kernel.db, by.actor.personId, new Date())).toHaveLength(1)
  })

  it('cannot make another token, nor be made by a visitor', async () => {
    const poser = await kernel.as('poser')
    const byToken = { ...poser, token: { id: poser.personId, scopes: ['*'] } }
    const input = { name: 'x', scopes: ['*'] }
    await expect(kernel.commands.run(createToken, input, { actor: byToken })).rejects.toMatchObject({
      key: 'identity.refusal.not_by_token',
    })
    await expect(kernel.commands.run(createToken, input, { actor: visitor })).rejects.toMatchObject({
      code: 'not_signed_in',
    })
  })

  it('opens nothing once it is revoked, and revoking again changes nothing', async () => {
    const by = { actor: await kernel.as('poser') }
    const made = await make('poser')
    await kernel.commands.run(revokeToken, { id: made.id }, by)
    expect(await tokenActor(kernel.db, tokenHashOf(made.token), new Date())).toBeNull()
    const [first] = await kernel.db.select().from(apiToken).where(eq(apiToken.id, made.id))
    await kernel.commands.run(revokeToken, { id: made.id }, by)
    const [second] = await kernel.db.select().from(apiToken).where(eq(apiToken.id, made.id))
    expect(second?.revokedAt).toEqual(first?.revokedAt)
  })

  it("does not exist for anybody else, whether it is somebody's or nobody's", async () => {
    const made = await make('poser')
    const by = { actor: await kernel.as('system_administrator') }
    const missing = { id: '00000000-0000-4000-8000-000000000000' }
    for (const input of [{ id: made.id }, missing]) {
      await expect(kernel.commands.run(revokeToken, input, by)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
