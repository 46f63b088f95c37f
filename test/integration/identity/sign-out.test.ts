import { count } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { session } from '#db/schema'
import { testKernel } from '#test/integration/kernel'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import { signOut } from '~/domain/identity/commands/sign-out.server'
import { visitor } from '~/domain/kernel/actor'
import { action as login } from '~/routes/auth/login'
import { action as logout } from '~/routes/auth/logout'
import { makeWeb } from './web'

const fields = { name: '张工', email: 'zhang@site.example', password: 'river lights at midnight' }
const kernel = testKernel(async ({ commands }) => {
  await commands.run(signUp, fields, { actor: visitor })
})
const web = makeWeb(kernel)

describe('signing out', () => {
  it('ends the session at once and clears the cookie', async () => {
    const { cookie } = await web.post(login, '/login', { email: fields.email, password: fields.password })
    const left = await web.post(logout, '/logout', {}, { cookie })
    expect(left).toMatchObject({ status: 303, location: '/?said=auth.said.signed_out' })
    expect(left.cookie).toMatch(/^jiebang=;.*Max-Age=0/i)
    expect(await web.sessions().read(cookie!.split(';')[0]!)).toBeNull()
    expect(await kernel.db.select({ n: count() }).from(session)).toEqual([{ n: 0 }])
  })

  it('asks a visitor to sign in, and takes no form of another page', async () => {
    expect(await web.post(logout, '/logout', {})).toMatchObject({ status: 302, location: '/login?next=%2Flogout' })
    const { cookie } = await web.post(login, '/login', { email: fields.email, password: fields.password })
    expect(await web.post(logout, '/logout', { _token: 'forged' }, { cookie })).toMatchObject({ status: 403 })
    expect(await web.sessions().read(cookie!.split(';')[0]!)).not.toBeNull()
  })

  it('is refused to visitors as a command', async () => {
    await expect(kernel.commands.run(signOut, {}, { actor: visitor })).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
