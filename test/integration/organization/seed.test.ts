import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mail, organization, person, staffRole } from '#db/schema'
import { testKernel } from '#test/integration/kernel'
import { cast, demoPassword, organizationNameOf, seedCode, seedEmail, seedPeople } from '#test/cast'
import { demoKeys } from '~/domain/identity/demo-parts'
import { passwordFits } from '~/services/auth/passwords.server'
import { creditCodeFits } from '~/domain/organization/credit-code'

const kernel = testKernel(async ({ db, commands }) => {
  await seedPeople({ db, commands })
})

describe('the demo people', () => {
  it('are everybody the cast names, with their organisations and parts', async () => {
    expect([...cast].sort()).toEqual([...demoKeys].sort())
    for (const key of cast) {
      const actor = await kernel.as(key)
      expect([key, actor.organization?.name ?? null]).toEqual([key, organizationNameOf(key)])
    }
    const viewer = await kernel.as('poser_viewer')
    expect(viewer.organization).toMatchObject({ name: '杭州江芯微电子有限公司', role: 'viewer', state: 'verified' })
    expect((await kernel.as('judge_two')).staff).toEqual(new Set(['judge']))
    expect((await kernel.as('stranger')).staff.size).toBe(0)
  })

  it('own verified organisations with codes that pass the check, but for the one that waits', async () => {
    const rows = await kernel.db.select().from(organization)
    expect(rows.every((row) => creditCodeFits(row.code))).toBe(true)
    expect(rows.filter((row) => row.state !== 'verified').map((row) => row.name)).toEqual(['杭州新序医疗科技有限公司'])
    const child = rows.find((row) => row.code === seedCode('relative'))
    expect(child?.controller).toBe(seedCode('poser'))
    expect(new Set(rows.map((row) => row.region)).size).toBeGreaterThan(5)
  })

  it('sign in with the documented password, and got no mail', async () => {
    const [poser] = await kernel.db
      .select()
      .from(person)
      .where(eq(person.email, seedEmail('poser')))
    expect(await passwordFits(poser!.passwordHash, demoPassword)).toBe(true)
    expect(await kernel.db.select({ n: count() }).from(mail)).toEqual([{ n: 0 }])
    expect((await kernel.db.select().from(staffRole)).length).toBe(9)
  })
})
