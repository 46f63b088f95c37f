import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { membership, organization } from '#db/schema'
import { seedPeople } from '#test/cast'
import { makeWeb } from '#test/integration/identity/web'
import { testKernel } from '#test/integration/kernel'
import { createOrganization } from '~/domain/organization/commands/create.server'
import { updateOrganization } from '~/domain/organization/commands/update.server'
import { visitor } from '~/domain/kernel/actor'
import { action } from '~/routes/workspace/organization/create'
import { madeBy, organizationInput } from './drafts'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))

describe('registering an organisation', () => {
  it('makes a draft that its maker owns', async () => {
    const actor = await kernel.as('stranger')
    const id = await madeBy(kernel, actor, 'draft', { code: ' 9１350100m000100y43 ' })
    const [row] = await kernel.db.select().from(organization).where(eq(organization.id, id))
    expect(row).toMatchObject({ state: 'draft', code: '91350100M000100Y43', controller: null })
    const members = await kernel.db.select().from(membership).where(eq(membership.organizationId, id))
    expect(members).toMatchObject([{ personId: actor.personId, role: 'owner' }])
    expect((await kernel.as('stranger')).organization).toMatchObject({ id, role: 'owner', state: 'draft' })
  })

  it('is refused to visitors, and when the code is taken', async () => {
    const input = organizationInput()
    await expect(kernel.commands.run(createOrganization, input, { actor: visitor })).rejects.toMatchObject({
      code: 'not_signed_in',
    })
    const actor = await kernel.as('stranger')
    await kernel.commands.run(createOrganization, input, { actor })
    await expect(
      kernel.commands.run(createOrganization, { ...input, name: '另一家' }, { actor: await kernel.as('broker') }),
    ).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['code'], message: 'organization.issue.code_taken' }] })
  })

  it('lets one of many at once have the code, without a trace of the others', async () => {
    const actor = await kernel.as('stranger')
    const input = organizationInput()
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        kernel.commands.run(createOrganization, { ...input, name: `同码${n}` }, { actor }),
      ),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const rows = await kernel.db.select().from(organization).where(eq(organization.code, input.code))
    expect(rows).toHaveLength(1)
  })

  it('says beside each field what is wrong, and gives back what was typed', async () => {
    const web = makeWeb(kernel)
    const { personId } = await kernel.as('stranger')
    const cookie = await web.sessions().open(personId, null)
    const fields = {
      name: '江',
      kind: 'platform',
      code: '91350100M000100Y44',
      region: '999999',
      party_type: 'x',
      contact_phone: '打我',
    }
    const { status, body } = await web.post(action, '/workspace/organizations/new', fields, { cookie })
    expect(status).toBe(422)
    const { error, initialValue } = (body as { result: { error: object; initialValue: object } }).result
    expect(Object.keys(error).sort()).toEqual(['code', 'contact_phone', 'name', 'party_type', 'region'])
    expect(initialValue).toMatchObject({ name: '江', code: '91350100M000100Y44' })
    const whole = organizationInput({ kind: 'platform' }) as Record<string, string>
    const without = await web.post(action, '/workspace/organizations/new', whole, { cookie })
    expect(JSON.stringify(without.body)).toContain('organization.issue.platform_type')
  })
})

describe('changing an organisation', () => {
  it('is for owners and editors, while it is a draft or was returned', async () => {
    const actor = await kernel.as('stranger')
    const id = await madeBy(kernel, actor)
    const input = { id, ...organizationInput({ name: '改过名的公司' }) }
    await kernel.commands.run(updateOrganization, input, { actor })
    const [row] = await kernel.db.select().from(organization).where(eq(organization.id, id))
    expect(row).toMatchObject({ name: '改过名的公司', code: input.code })
    await expect(
      kernel.commands.run(updateOrganization, input, { actor: await kernel.as('rival') }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const poser = await kernel.as('poser')
    const verified = { ...organizationInput(), id: poser.organization!.id }
    await expect(kernel.commands.run(updateOrganization, verified, { actor: poser })).rejects.toMatchObject({
      code: 'stale',
      params: { state: 'organization.state.verified' },
    })
  })

  it('does not take over another one’s code', async () => {
    const actor = await kernel.as('stranger')
    const id = await madeBy(kernel, actor)
    const poser = await kernel.as('poser')
    const input = { id, ...organizationInput({ code: poser.organization!.code }) }
    await expect(kernel.commands.run(updateOrganization, input, { actor })).rejects.toMatchObject({
      issues: [{ path: ['code'], message: 'organization.issue.code_taken' }],
    })
  })
})
