import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event } from '#db/schema'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { grantStaffRole } from '~/domain/identity/commands/grant-staff-role.server'
import { visitor } from '~/domain/kernel/actor'
import { makeWeb } from './web'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const web = makeWeb(kernel)

describe('giving a staff role', () => {
  it('is for the system administrator, and ends the sessions of the person', async () => {
    const { personId } = await kernel.as('stranger')
    const cookie = (await web.sessions().open(personId, null)).split(';')[0]!
    expect(await web.sessions().read(cookie)).not.toBeNull()
    const by = { actor: await kernel.as('system_administrator') }
    const answer = await kernel.commands.run(grantStaffRole, { person_id: personId, role: 'analyst' }, by)
    expect(answer.roles).toEqual(['analyst'])
    expect((await kernel.as('stranger')).staff).toEqual(new Set(['analyst']))
    expect(await web.sessions().read(cookie)).toBeNull()
    const [recorded] = (await kernel.db.select().from(event).where(eq(event.subjectId, personId))).slice(-1)
    expect(recorded).toMatchObject({
      type: 'identity.staff_role_granted',
      before: { roles: [] },
      after: { roles: ['analyst'] },
      personId: by.actor.personId,
    })
  })

  it('is not given to oneself', async () => {
    const actor = await kernel.as('system_administrator')
    await expect(
      kernel.commands.run(grantStaffRole, { person_id: actor.personId, role: 'registrar' }, { actor }),
    ).rejects.toMatchObject({ key: 'identity.refusal.own_role' })
  })

  it('does not exist for anybody else', async () => {
    const { personId } = await kernel.as('solver')
    const input = { person_id: personId, role: 'reviewer' as const }
    for (const key of ['security_administrator', 'audit_administrator', 'reviewer', 'poser', 'stranger'] as const) {
      const actor = await kernel.as(key)
      await expect(kernel.commands.run(grantStaffRole, input, { actor })).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(kernel.commands.run(grantStaffRole, input, { actor: visitor })).rejects.toMatchObject({
      code: 'not_signed_in',
    })
    expect((await kernel.as('solver')).staff.size).toBe(0)
  })
})
