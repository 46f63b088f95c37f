import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mail, membership } from '#db/schema'
import { seedCode, seedEmail, seedPeople } from '#test/cast'
import { makeWeb } from '#test/integration/identity/web'
import { testKernel } from '#test/integration/kernel'
import { addMember } from '~/domain/organization/commands/add-member.server'
import {
  organizationByCode,
  organizationOf,
  organizationPage,
  relatedAmong,
} from '~/domain/organization/queries.server'
import { action, loader } from '~/routes/workspace/organization/add-member'
import { madeBy } from './drafts'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const web = makeWeb(kernel)

describe('adding a member', () => {
  it('answers the same for an account as for none, and only the mail differs', async () => {
    const poser = await kernel.as('poser')
    const params = { id: poser.organization!.id }
    const cookie = await web.sessions().open(poser.personId, null)
    const at = `/workspace/organizations/${params.id}/members`
    const add = (email: string) => web.post(action, at, { email, role: 'viewer' }, { cookie, params })
    const known = await add(seedEmail('stranger').toUpperCase())
    expect(known).toMatchObject({ status: 303 })
    expect(await add('nobody@site.example')).toEqual(known)
    const letters = await kernel.db.select().from(mail).orderBy(mail.id)
    expect(letters.map((letter) => letter.body.includes('先用这个邮箱注册'))).toEqual([false, true])
    expect((await kernel.as('stranger')).organization).toMatchObject({ id: params.id, role: 'viewer' })
  })

  it('keeps the role of somebody who is a member already', async () => {
    const poser = await kernel.as('poser')
    const id = poser.organization!.id
    await kernel.commands.run(addMember, { id, email: seedEmail('poser'), role: 'viewer' }, { actor: poser })
    const [own] = await kernel.db
      .select()
      .from(membership)
      .where(and(eq(membership.organizationId, id), eq(membership.personId, poser.personId)))
    expect(own?.role).toBe('owner')
  })

  it('is for owners: others are refused, strangers see nothing', async () => {
    const { organization } = await kernel.as('poser')
    const input = { id: organization!.id, email: seedEmail('rival'), role: 'owner' as const }
    await expect(
      kernel.commands.run(addMember, input, { actor: await kernel.as('poser_viewer') }),
    ).rejects.toMatchObject({ key: 'errors.refusal.viewer' })
    for (const key of ['rival', 'system_administrator'] as const) {
      await expect(kernel.commands.run(addMember, input, { actor: await kernel.as(key) })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    // A reviewer may read a submitted organisation, and still adds nobody.
    await expect(kernel.commands.run(addMember, input, { actor: await kernel.as('reviewer') })).rejects.toMatchObject({
      key: 'organization.refusal.not_member',
    })
    const cookie = await web.sessions().open((await kernel.as('poser_viewer')).personId, null)
    const params = { id: organization!.id }
    expect(await web.get(loader, '/workspace/organizations/x/members', { cookie, params })).toMatchObject({
      status: 403,
    })
  })

  it('shows addresses to owners alone', async () => {
    const id = (await kernel.as('poser')).organization!.id
    const seen = async (key: 'poser' | 'poser_viewer' | 'reviewer') =>
      (await organizationPage(kernel.db, await kernel.as(key), id, new Date())).members.map((each) => each.email)
    expect(await seen('poser')).toContain(seedEmail('poser_viewer'))
    expect(new Set(await seen('poser_viewer'))).toEqual(new Set([null]))
    expect(new Set(await seen('reviewer'))).toEqual(new Set([null]))
  })

  it('is limited, so that nobody finds out accounts by trying', async () => {
    const actor = await kernel.as('solver')
    const params = { id: await madeBy(kernel, actor) }
    const cookie = await web.sessions().open(actor.personId, null)
    const statuses = []
    for (let n = 0; n < 21; n += 1) {
      statuses.push((await web.post(action, '/x', { email: 'bad', role: 'viewer' }, { cookie, params })).status)
    }
    expect([statuses[0], statuses[19], statuses[20]]).toEqual([422, 422, 429])
  })
})

describe('related parties', () => {
  it('are found among organisations by controller', async () => {
    const { db } = kernel
    const of = async (key: 'poser' | 'relative' | 'solver') => (await organizationByCode(db, seedCode(key)))!
    const [poser, relative, solver] = [await of('poser'), await of('relative'), await of('solver')]
    expect(await relatedAmong(db, poser, [relative.id, solver.id])).toEqual([relative.id])
    expect(await relatedAmong(db, relative, [poser.id, solver.id])).toEqual([poser.id])
    expect(await relatedAmong(db, solver, [poser.id, relative.id])).toEqual([])
    expect(await organizationOf(db, poser.id)).toEqual(poser)
  })
})
