import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { event, mail, person } from '#db/schema'
import { testKernel } from '#test/integration/kernel'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import { visitor } from '~/domain/kernel/actor'
import { passwordFits } from '~/services/auth/passwords.server'
import { action } from '~/routes/auth/signup'
import { makeWeb } from './web'

const kernel = testKernel()
const web = makeWeb(kernel)
const password = 'river lights at midnight'
const ask = (email: string, more: Record<string, string> = {}) =>
  web.post(action, '/signup', { name: '张工', email, password, ...more })

beforeAll(async () => {
  await kernel.commands.run(signUp, { name: '旧人', email: 'old@site.example', password }, { actor: visitor })
})

describe('signing up', () => {
  it('answers the same for a known address as for a new one, and only the mail differs', async () => {
    const fresh = await ask('new@site.example', { password: 'another long password' })
    const known = await ask('OLD@site.example', { password: 'another long password' })
    expect(known).toEqual(fresh)
    expect(fresh).toMatchObject({ status: 303, location: expect.stringContaining('/login?next='), cookie: null })
    const letters = await kernel.db.select().from(mail).orderBy(mail.id)
    expect(letters.map((letter) => [letter.recipient, letter.subject])).toEqual([
      ['old@site.example', '揭榜：账号已建立'],
      ['new@site.example', '揭榜：账号已建立'],
      ['old@site.example', '揭榜：这个邮箱已有账号'],
    ])
  })

  it('leaves a known account as it was', async () => {
    const [old] = await kernel.db.select().from(person).where(eq(person.email, 'old@site.example'))
    expect(old?.name).toBe('旧人')
    expect(await passwordFits(old!.passwordHash, password)).toBe(true)
    expect(await passwordFits(old!.passwordHash, 'another long password')).toBe(false)
  })

  it('keeps the password out of events and of the answer', async () => {
    const refused = await ask('bad address', { password: 'a canary password 4711' })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).not.toContain('4711')
    await ask('canary@site.example', { password: 'a canary password 4711' })
    const [made] = await kernel.db.select().from(person).where(eq(person.email, 'canary@site.example'))
    expect(made?.passwordHash).toMatch(/^\$argon2id\$/)
    const events = await kernel.db.select().from(event).where(eq(event.type, 'identity.sign_up_received'))
    expect(events.some((each) => each.subjectId === made?.id)).toBe(true)
    expect(JSON.stringify(events)).not.toContain('4711')
  })

  it('says what is wrong beside the field', async () => {
    const { status, body } = await ask('x@site.example', { password: 'short', name: '' })
    expect(status).toBe(422)
    const errors = (body as { result: { error: Record<string, string[]> } }).result.error
    expect(Object.keys(errors).sort()).toEqual(['name', 'password'])
  })

  it('makes one account of many requests at once', async () => {
    await Promise.all(
      Array.from({ length: 6 }, () =>
        kernel.commands.run(signUp, { name: '同时', email: 'same@site.example', password }, { actor: visitor }),
      ),
    )
    expect(await kernel.db.select().from(person).where(eq(person.email, 'same@site.example'))).toHaveLength(1)
  })

  it('is limited per address', async () => {
    const from = { address: '192.0.2.99' }
    const tries = []
    for (let n = 0; n < 21; n += 1) tries.push(await web.post(action, '/signup', { name: 'x' }, from))
    expect(tries.slice(0, 20).map((each) => each.status)).toEqual(Array(20).fill(422))
    expect(tries[20]).toMatchObject({ status: 429, body: { key: 'errors.limit_reached' } })
    expect(Number(tries[20]?.retryAfter)).toBeGreaterThan(0)
  })
})
