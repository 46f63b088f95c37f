import { describe, expect, it } from 'vitest'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { shellPerson, demoPeople, demoPeopleByPart, namesOf } from '~/domain/identity/queries.server'
import { demoKeys } from '~/domain/identity/demo-parts'
import { addMember } from '~/domain/organization/commands/add-member.server'
import { translator } from '~/i18n'
import { action as enter, loader as noPage } from '~/routes/auth/demo-enter'
import { action as language } from '~/routes/auth/language'
import { action as actFor } from '~/routes/workspace/organization/act-for'
import { makeWeb } from './web'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const web = makeWeb(kernel)
const firstOf = (cookie: string | null) => cookie!.split(';')[0]!

describe('entering as a demo person', () => {
  it('opens a session of that person, and the next click another one', async () => {
    const one = await web.post(enter, '/demo/enter', { person: 'poser', return_to: '/challenges?page=2' })
    expect(one).toMatchObject({ status: 303, location: '/challenges?page=2' })
    expect(await web.sessions().read(firstOf(one.cookie))).toMatchObject({
      personId: (await kernel.as('poser')).personId,
    })
    const two = await web.post(enter, '/demo/enter', { person: 'reviewer' }, { cookie: one.cookie })
    expect(two.location).toBe('/')
    expect(await web.sessions().read(firstOf(one.cookie))).toBeNull()
    expect(await web.sessions().read(firstOf(two.cookie))).toMatchObject({
      personId: (await kernel.as('reviewer')).personId,
    })
  })

  it('leads to where the person starts from a page that was another one’s, and to no other site', async () => {
    const from = async (person: string, fields: Record<string, string>) =>
      (await web.post(enter, '/demo/enter', { person, ...fields })).location
    expect(await from('poser', { return_to: '/workspace/organizations/1' })).toBe('/workspace')
    expect(await from('registrar', { return_to: '/login?next=/x' })).toBe('/admin')
    expect(await from('judge', { return_to: '/admin' })).toBe('/workspace')
    expect(await from('poser', { next: '/match' })).toBe('/match')
    expect(await from('poser', { next: '//evil.example' })).toBe('/workspace')
    expect(await from('poser', { return_to: '/.//evil.example' })).toBe('/')
  })

  it('knows nobody else, and no one where it is no demo', async () => {
    for (const person of ['nobody', 'visitor', '', "' or 1=1 --"]) {
      expect(await web.post(enter, '/demo/enter', { person })).toMatchObject({ status: 404, cookie: null })
    }
    const real = makeWeb(kernel, { demo: false })
    expect(await real.post(enter, '/demo/enter', { person: 'poser' })).toMatchObject({ status: 404, cookie: null })
    expect(await web.get(noPage, '/demo/enter')).toMatchObject({ status: 404 })
  })
})

describe('the frame', () => {
  it('offers every demo person with a text of their own in both languages', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const people = await demoPeople(kernel.db, translator(locale))
      expect(people.map((each) => each.key).sort()).toEqual([...demoKeys].sort())
      expect(people.every((each) => !each.role.startsWith('demo.'))).toBe(true)
      const groups = await demoPeopleByPart(kernel.db, translator(locale))
      expect(groups.flatMap((group) => group.people)).toHaveLength(demoKeys.length)
      expect(groups.flatMap((group) => group.people).every((each) => !each.can.startsWith('demo.'))).toBe(true)
    }
  })

  it('shows name, organisations and parts', async () => {
    expect(await shellPerson(kernel.db, await kernel.as('poser'))).toMatchObject({
      name: '张工',
      organizations: [{ name: '杭州江芯微电子有限公司', current: true }],
      staffRoles: [],
    })
    expect((await shellPerson(kernel.db, await kernel.as('reviewer'))).staffRoles).toEqual(['reviewer'])
    const { personId } = await kernel.as('judge')
    expect(await namesOf(kernel.db, [personId, personId])).toEqual(new Map([[personId, '方远舟']]))
  })

  it('remembers the language in a cookie and goes back', async () => {
    const answer = await web.post(language, '/language', { locale: 'en', return_to: '/challenges?said=auth.said.x' })
    expect(answer).toMatchObject({ status: 303, location: '/challenges' })
    expect(answer.cookie).toMatch(/^lang=en; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/)
    expect(await web.post(language, '/language', { locale: 'fr\r\nX: y' })).toMatchObject({ status: 422, cookie: null })
  })
})

describe('acting for another organisation', () => {
  it('is remembered by the session, for one’s own organisations alone', async () => {
    const broker = await kernel.as('broker')
    const poser = await kernel.as('poser')
    await kernel.commands.run(
      addMember,
      { id: poser.organization!.id, email: 'broker@demo.jiebang.example', role: 'editor' },
      { actor: poser },
    )
    const cookie = await web.sessions().open(broker.personId, broker.organization!.id)
    const chosen = await web.post(actFor, '/workspace/act-for', { organization: poser.organization!.id }, { cookie })
    expect(chosen).toMatchObject({ status: 303, location: '/workspace?said=organization.said.acting' })
    expect(await web.sessions().read(firstOf(cookie))).toMatchObject({ organizationId: poser.organization!.id })
    const solver = await kernel.as('solver')
    const foreign = await web.post(actFor, '/workspace/act-for', { organization: solver.organization!.id }, { cookie })
    expect(foreign.status).toBe(404)
    expect(await web.sessions().read(firstOf(cookie))).toMatchObject({ organizationId: poser.organization!.id })
  })
})
