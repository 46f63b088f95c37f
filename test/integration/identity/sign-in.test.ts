import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { event, person, rateCount, session } from '#db/schema'
import { testKernel } from '#test/integration/kernel'
import { signIn } from '~/domain/identity/commands/sign-in.server'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import { visitor } from '~/domain/kernel/actor'
import { makeCommandRunner } from '~/domain/command/run.server'
import { connect } from '#db/client'
import { formToken } from '~/http/form-token.server'
import { action, loader } from '~/routes/auth/login'
import { makeWeb } from './web'

const kernel = testKernel()
const web = makeWeb(kernel)
const email = 'zhang@site.example'
const password = 'river lights at midnight'
const attempt = (fields: Record<string, string>, from: Parameters<typeof web.post>[3] = {}, path = '/login') =>
  web.post(action, path, fields, from)

beforeAll(async () => {
  await kernel.commands.run(signUp, { name: '张工', email, password }, { actor: visitor })
})

beforeEach(async () => {
  await kernel.db.delete(rateCount)
})

describe('signing in', () => {
  it('opens a session whose token is nowhere in the database, and goes on', async () => {
    const answer = await attempt({ email: ' Zhang@site.example ', password }, {}, '/login?next=%2Fchallenges%3Fq%3Da')
    expect(answer).toMatchObject({ status: 303, location: '/challenges?q=a' })
    expect(answer.cookie).toMatch(/^jiebang=[\w-]{43};.*HttpOnly.*SameSite=Lax/i)
    const token = /=([\w-]{43});/.exec(answer.cookie!)![1]!
    const rows = await kernel.db.select().from(session)
    expect(rows.map((row) => row.id)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await web.sessions().read(answer.cookie!.split(';')[0]!)).toMatchObject({ personId: rows[0]!.userId })
    // What the table holds opens nothing.
    for (const row of rows) expect(await web.sessions().read(`jiebang=${row.id.slice(0, 43)}`)).toBeNull()
  })

  it('gives a new id each time and ends the one before; a planted one is never taken over', async () => {
    const first = await attempt({ email, password })
    const second = await attempt({ email, password }, { cookie: first.cookie })
    expect(second.cookie).not.toBe(first.cookie)
    expect(await web.sessions().read(first.cookie!.split(';')[0]!)).toBeNull()
    const plantedCookie = `jiebang=${'A'.repeat(43)}`
    const _token = formToken(kernel.keys, null)
    const planted = await attempt({ email, password, _token }, { cookie: plantedCookie })
    expect(planted).toMatchObject({ status: 303, cookie: expect.not.stringContaining('A'.repeat(43)) })
    expect(await web.sessions().read(plantedCookie)).toBeNull()
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const unlike = (answer: unknown) => JSON.stringify(answer).replaceAll(/zhang@|nobody@/g, '')
    const wrong = await attempt({ email, password: 'not the right one' })
    const unknown = await attempt({ email: 'nobody@site.example', password: 'not the right one' })
    expect(wrong.status).toBe(422)
    expect(unlike(wrong)).toBe(unlike(unknown))
    expect(JSON.stringify(wrong.body)).toContain('identity.refusal.sign_in')
    expect(JSON.stringify(wrong.body)).not.toContain('not the right one')
  })

  it('records who came, without the password', async () => {
    await attempt({ email, password })
    const [made] = await kernel.db.select().from(person).where(eq(person.email, email))
    const events = await kernel.db.select().from(event).where(eq(event.type, 'identity.signed_in'))
    expect(events.at(-1)).toMatchObject({ subjectType: 'person', subjectId: made!.id })
    expect(JSON.stringify(events)).not.toContain(password)
  })

  it('leads to no other site', async () => {
    for (const next of ['//evil.example', '/\\evil.example', '/.//evil.example', 'https://evil.example']) {
      const answer = await attempt({ email, password }, {}, `/login?next=${encodeURIComponent(next)}`)
      expect(answer.location).toBe('/workspace')
    }
  })

  it('is closed to tokens', async () => {
    const [made] = await kernel.db.select().from(person).where(eq(person.email, email))
    const actor = {
      kind: 'person' as const,
      personId: made!.id,
      name: '张工',
      organization: null,
      staff: new Set<never>(),
      token: { id: made!.id, scopes: ['*'] },
    }
    await expect(kernel.commands.run(signIn, { email, password }, { actor })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('sends somebody who is signed in on to where they wanted', async () => {
    const { cookie } = await attempt({ email, password })
    expect(await web.get(loader, '/login?next=%2Fmatch', { cookie })).toMatchObject({ status: 302, location: '/match' })
  })
})

describe('guessing passwords', () => {
  it('ends after five failures on an account, known or not, whoever tries', async () => {
    for (const target of [email, 'nobody@site.example']) {
      await kernel.db.delete(rateCount)
      const statuses = []
      for (let n = 0; n < 7; n += 1) {
        const from = { address: `198.51.100.${n}` }
        statuses.push((await attempt({ email: target, password: 'guess number one' }, from)).status)
      }
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
    }
    await kernel.db.delete(rateCount)
  })

  it('does not let the right password through once the account is shut, and says until when', async () => {
    for (let n = 0; n < 5; n += 1) await attempt({ email, password: 'guess number one' })
    const answer = await attempt({ email, password })
    expect(answer).toMatchObject({ status: 429, cookie: null })
    expect(Number(answer.retryAfter)).toBeGreaterThan(0)
    expect(Number(answer.retryAfter)).toBeLessThanOrEqual(900)
  })

  it('is forgiven by the right password in time', async () => {
    for (let n = 0; n < 4; n += 1) await attempt({ email, password: 'guess number one' })
    expect((await attempt({ email, password })).status).toBe(303)
    for (let n = 0; n < 4; n += 1) {
      expect((await attempt({ email, password: 'guess number one' })).status).toBe(422)
    }
  })

  it('ends after twenty failures from an address, over all accounts; others are not held up', async () => {
    const statuses = []
    for (let n = 0; n < 21; n += 1) {
      statuses.push((await attempt({ email: `a${n}@site.example`, password: 'guess' })).status)
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(20)
    expect(statuses[20]).toBe(429)
    expect((await attempt({ email, password }, { address: '203.0.113.5' })).status).toBe(303)
  })

  it('is counted once for all copies of the process, at the same time too', async () => {
    const other = connect(kernel.appUrl, { max: 4, name: 'another copy' })
    try {
      const copy = {
        ...kernel,
        db: other.db,
        commands: makeCommandRunner({ db: other.db, keys: kernel.keys, reactions: {}, clockCommands: {} }),
      }
      const elsewhere = makeWeb(copy)
      const fields = { email, password: 'guess number one' }
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 ? web : elsewhere).post(action, '/login', fields, { address: `198.51.100.${n}` }),
        ),
      )
      const statuses = answers.map((each) => each.status)
      expect(statuses.filter((status) => status === 422)).toHaveLength(5)
      expect(statuses.filter((status) => status === 429)).toHaveLength(7)
    } finally {
      await other.close()
    }
  })

  it('keeps no address or account in clear', async () => {
    await attempt({ email, password: 'guess number one' }, { address: '203.0.113.77' })
    const rows = JSON.stringify(await kernel.db.select().from(rateCount))
    expect(rows).not.toContain('203.0.113.77')
    expect(rows).not.toContain('zhang')
  })
})
