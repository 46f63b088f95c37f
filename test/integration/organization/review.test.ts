import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event, organization } from '#db/schema'
import { seedEmail, seedPeople } from '#test/cast'
import { makeWeb } from '#test/integration/identity/web'
import { testKernel } from '#test/integration/kernel'
import { addMember } from '~/domain/organization/commands/add-member.server'
import { returnOrganization } from '~/domain/organization/commands/return.server'
import { submitOrganization } from '~/domain/organization/commands/submit.server'
import { updateOrganization } from '~/domain/organization/commands/update.server'
import { verifyOrganization } from '~/domain/organization/commands/verify.server'
import { organizationPage, organizationQueue } from '~/domain/organization/queries.server'
import { action as verify, loader as verifyPage } from '~/routes/admin/organization/verify'
import { loader as queuePage } from '~/routes/admin/organization/queue'
import { madeBy, organizationInput } from './drafts'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const web = makeWeb(kernel)
const stateOf = async (id: string) => (await kernel.db.select().from(organization).where(eq(organization.id, id)))[0]

describe('handing in an organisation', () => {
  it('needs somebody to ask', async () => {
    const actor = await kernel.as('stranger')
    const id = await madeBy(kernel, actor, 'draft', { contact_phone: '' })
    await expect(kernel.commands.run(submitOrganization, { id }, { actor })).rejects.toMatchObject({
      code: 'stale',
      key: 'organization.refusal.no_contact',
    })
    expect((await stateOf(id))?.state).toBe('draft')
  })

  it('is for its owner, once', async () => {
    const owner = await kernel.as('stranger')
    const id = await madeBy(kernel, owner)
    for (const [key, code] of [
      ['rival', 'not_found'],
      ['reviewer', 'not_found'],
    ] as const) {
      const by = { actor: await kernel.as(key) }
      await expect(kernel.commands.run(submitOrganization, { id }, by)).rejects.toMatchObject({ code })
    }
    await kernel.commands.run(addMember, { id, email: seedEmail('rival'), role: 'editor' }, { actor: owner })
    await expect(
      kernel.commands.run(submitOrganization, { id }, { actor: await kernel.as('rival') }),
    ).rejects.toMatchObject({ key: 'organization.refusal.not_owner' })
    await kernel.commands.run(submitOrganization, { id }, { actor: owner })
    await expect(kernel.commands.run(submitOrganization, { id }, { actor: owner })).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await stateOf(id)).toMatchObject({ state: 'submitted', submittedAt: expect.any(Date) })
  })
})

describe('reviewing an organisation', () => {
  it('verifies it, and the event keeps no names or phones of people', async () => {
    const owner = await kernel.as('stranger')
    const id = await madeBy(kernel, owner, 'submitted', { contact_name: '张金丝雀' })
    await kernel.commands.run(verifyOrganization, { id }, { actor: await kernel.as('reviewer') })
    expect(await stateOf(id)).toMatchObject({ state: 'verified', verifiedAt: expect.any(Date) })
    const events = await kernel.db.select().from(event).where(eq(event.subjectId, id))
    expect(events.map((each) => each.type)).toEqual([
      'organization.created',
      'organization.submitted',
      'organization.verified',
    ])
    expect(events.at(-1)).toMatchObject({ before: { state: 'submitted' }, after: { state: 'verified' } })
  })

  it('returns it with a reason, after which it is changed and handed in again', async () => {
    const owner = await kernel.as('stranger')
    const reviewer = await kernel.as('reviewer')
    const id = await madeBy(kernel, owner, 'submitted')
    await expect(
      kernel.commands.run(returnOrganization, { id, reason: ' ' }, { actor: reviewer }),
    ).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['reason'] }] })
    await kernel.commands.run(returnOrganization, { id, reason: '名称与营业执照不一致' }, { actor: reviewer })
    const page = await organizationPage(kernel.db, owner, id, new Date())
    expect(page).toMatchObject({ state: 'returned', returnReason: '名称与营业执照不一致', editable: true })
    await kernel.commands.run(updateOrganization, { id, ...organizationInput() }, { actor: owner })
    await kernel.commands.run(submitOrganization, { id }, { actor: owner })
    await kernel.commands.run(verifyOrganization, { id }, { actor: reviewer })
    expect(await stateOf(id)).toMatchObject({ state: 'verified', returnReason: null })
  })

  it('is for reviewers, and never about an organisation of their own', async () => {
    const owner = await kernel.as('stranger')
    const id = await madeBy(kernel, owner, 'submitted')
    for (const key of ['poser', 'registrar', 'system_administrator', 'judge'] as const) {
      const by = { actor: await kernel.as(key) }
      await expect(kernel.commands.run(verifyOrganization, { id }, by)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(kernel.commands.run(verifyOrganization, { id }, { actor: owner })).rejects.toMatchObject({
      code: 'not_found',
    })
    await kernel.commands.run(addMember, { id, email: seedEmail('reviewer'), role: 'viewer' }, { actor: owner })
    const reviewer = await kernel.as('reviewer')
    for (const decide of [
      () => kernel.commands.run(verifyOrganization, { id }, { actor: reviewer }),
      () => kernel.commands.run(returnOrganization, { id, reason: '不合适的理由' }, { actor: reviewer }),
    ]) {
      await expect(decide()).rejects.toMatchObject({ key: 'organization.refusal.own_organization' })
    }
    expect((await organizationQueue(kernel.db, reviewer)).find((each) => each.id === id)?.own).toBe(true)
    const cookie = await web.sessions().open(reviewer.personId, null)
    const at = `/admin/organizations/${id}/verify`
    expect(await web.get(verifyPage, at, { cookie, params: { id } })).toMatchObject({
      status: 403,
      body: { key: 'organization.refusal.own_organization' },
    })
    expect((await web.post(verify, at, {}, { cookie, params: { id } })).status).toBe(403)
  })

  it('hides drafts and strange ids from reviewers alike, and the queue from everybody else', async () => {
    const draft = await madeBy(kernel, await kernel.as('stranger'))
    const cookie = await web.sessions().open((await kernel.as('reviewer')).personId, null)
    const answers = await Promise.all(
      [draft, '00000000-0000-4000-8000-000000000000', "'", 'x'.repeat(36)].map((id) =>
        web.get(verifyPage, `/admin/organizations/x/verify`, { cookie, params: { id } }),
      ),
    )
    const bare = (answer: object) => JSON.stringify(answer).replace(/"requestId":"[^"]+"/, '')
    expect(answers.map((each) => each.status)).toEqual([404, 404, 404, 404])
    expect(new Set(answers.map(bare)).size).toBe(1)
    const poser = await web.sessions().open((await kernel.as('poser')).personId, null)
    expect(await web.get(queuePage, '/admin/organizations', { cookie: poser })).toMatchObject({ status: 404 })
    expect(await web.get(queuePage, '/admin/organizations')).toMatchObject({
      status: 302,
      location: '/login?next=%2Fadmin%2Forganizations',
    })
    expect(await web.get(queuePage, '/admin/organizations', { cookie })).toMatchObject({
      status: 200,
      body: { waiting: expect.arrayContaining([expect.objectContaining({ name: '杭州新序医疗科技有限公司' })]) },
    })
  })
})
