import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect } from '#db/client'
import { membership, notification } from '#db/schema'
import { seedPeople } from '#test/cast'
import { makeWeb } from '#test/integration/identity/web'
import { testKernel } from '#test/integration/kernel'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { sendKept } from '~/services/mail/outbox.server'
import { notify } from '~/domain/notification/notify.server'
import { unreadCount } from '~/domain/notification/queries.server'
import { loader as mailLoader } from '~/routes/demo/mail'
import { loader } from '~/routes/workspace/notification/list'
import { action as markAllRead } from '~/routes/workspace/notification/mark-all-read'
import { action as markRead } from '~/routes/workspace/notification/mark-read'
import { loader as open } from '~/routes/workspace/notification/open'
import { action as setPreferences, loader as preferences } from '~/routes/workspace/notification/preferences'
import { forget, letters } from './told'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const web = makeWeb(kernel)
const start = Date.parse('2026-11-20T00:00:00Z')

async function tell(key: DemoKey, nth: number, inTheName = true) {
  const { personId, organization } = await kernel.as(key)
  await kernel.db.transaction((tx) =>
    notify(tx, {
      kind: 'challenge_published',
      to: { personId, ...(inTheName && organization ? { organizationId: organization.id } : {}) },
      subject: { type: 'challenge', id: `${nth}` },
      params: { title: `题目 ${nth}`, number: `BD-2026-00000${nth}` },
      path: `/challenges/BD-2026-00000${nth}`,
      recordedAt: new Date(start + nth * 60_000),
    }),
  )
}

const cookieOf = async (key: DemoKey) => web.sessions().open((await kernel.as(key)).personId, null)

type Rows = { rows: { id: string; sentence: string; read: boolean; organization: { name: string } | null }[] }
async function listed(key: DemoKey, page = 1) {
  const { body } = await web.get(loader, `/workspace/notifications?page=${page}`, { cookie: await cookieOf(key) })
  return body as Rows & { unread: number; pages: number; until: string }
}

beforeEach(() => forget(kernel))

describe('the list', () => {
  it('shows what is unread first, then the newest, of one person alone', async () => {
    for (const nth of [1, 2, 3]) await tell('poser', nth)
    await tell('solver', 4)
    const { rows } = await listed('poser')
    expect(rows.map((row) => row.sentence.slice(0, 8))).toEqual(['榜单《题目 3》', '榜单《题目 2》', '榜单《题目 1》'])
    const cookie = await cookieOf('poser')
    const params = { id: rows[0]!.id }
    const answer = await web.post(markRead, `/workspace/notifications/${params.id}/read`, {}, { cookie, params })
    expect(answer).toMatchObject({ status: 303, location: '/workspace/notifications' })
    const after = await listed('poser')
    expect(after.rows.map((row) => row.read)).toEqual([false, false, true])
    expect(after.rows[2]!.sentence).toContain('题目 3')
    expect(after.unread).toBe(2)
  })

  it('marks everything up to the moment of the page, not what came after it', async () => {
    for (const nth of [1, 2]) await tell('poser', nth)
    await tell('solver', 1)
    const until = new Date(start + 90_000).toISOString()
    const path = '/workspace/notifications/read'
    const answer = await web.post(markAllRead, path, { until }, { cookie: await cookieOf('poser') })
    expect(answer.location).toContain('said=notification.said.all_read')
    expect((await listed('poser')).rows.map((row) => [row.sentence.slice(3, 7), row.read])).toEqual([
      ['题目 2', false],
      ['题目 1', true],
    ])
    expect((await listed('solver')).unread).toBe(1)
  })

  it('turns its pages', async () => {
    for (let nth = 0; nth < 31; nth += 1) await tell('poser', nth)
    expect((await listed('poser')).pages).toBe(2)
    expect((await listed('poser', 2)).rows.map((row) => row.sentence)).toEqual([expect.stringContaining('题目 0')])
  })
})

describe('a notification', () => {
  it('leads to its page and counts as read on the way, not where a browser only fetches ahead', async () => {
    await tell('poser', 1)
    const [row] = (await listed('poser')).rows
    const cookie = (await cookieOf('poser'))!.split(';')[0]!
    const ask = (headers: Record<string, string>) =>
      web.get(
        (args) => open({ ...args, request: new Request(args.request.url, { headers: { cookie, ...headers } }) }),
        `/workspace/notifications/${row!.id}`,
        { params: { id: row!.id } },
      )
    expect(await ask({ 'sec-purpose': 'prefetch' })).toMatchObject({ status: 303 })
    expect((await listed('poser')).unread).toBe(1)
    expect(await ask({})).toMatchObject({ status: 303, location: '/challenges/BD-2026-000001' })
    expect((await listed('poser')).unread).toBe(0)
  })

  it('about another organisation asks to switch first', async () => {
    const { personId } = await kernel.as('poser')
    const { organization } = await kernel.as('solver')
    await kernel.db
      .insert(membership)
      .values({ personId, organizationId: organization!.id, role: 'editor', position: 9 })
    await kernel.db.transaction((tx) =>
      notify(tx, {
        kind: 'contract_signed',
        to: { personId, organizationId: organization!.id },
        subject: { type: 'contract', id: 'x' },
        params: { number: 'HT-2026-000001' },
        path: '/workspace/contracts/HT-2026-000001',
        recordedAt: new Date(start),
      }),
    )
    const [row] = (await listed('poser')).rows
    expect(row!.organization?.name).toBe(organization!.name)
    const asked = await web.get(open, `/workspace/notifications/${row!.id}`, {
      cookie: await cookieOf('poser'),
      params: { id: row!.id },
    })
    expect(asked).toMatchObject({
      status: 200,
      body: { path: '/workspace/contracts/HT-2026-000001', actFor: { name: organization!.name } },
    })
    // Whoever has left the organisation is told of it no more.
    await kernel.db.delete(membership).where(sql`person_id = ${personId} and organization_id = ${organization!.id}`)
    expect((await listed('poser')).rows).toEqual([])
    expect(await unreadCount(kernel.db, personId)).toBe(0)
  })
})

describe('the bell', () => {
  it('counts to a hundred, by one query that an index serves', async () => {
    const { personId } = await kernel.as('poser')
    await kernel.db.insert(notification).values(
      Array.from({ length: 4000 }, (_each, nth) => ({
        personId,
        kind: 'match_found',
        path: '/challenges',
        subjectType: 'challenge',
        subjectId: `${nth}`,
        recordedAt: new Date(start),
        readAt: nth < 3900 ? new Date(start) : null,
        mail: 'never' as const,
      })),
    )
    const owner = connect(kernel.ownerUrl, { max: 1 })
    await owner.db.execute(sql`analyze notification`)
    await owner.close()
    expect(await unreadCount(kernel.db, personId)).toBe(100)
    const plan = JSON.stringify(
      await kernel.db.execute(
        sql`explain select 1 from notification where person_id = ${personId} and read_at is null limit 100`,
      ),
    )
    expect(plan).toContain('notification_unread')
    const list = JSON.stringify(
      await kernel.db.execute(
        sql`explain select id from notification where person_id = ${personId}
          order by (read_at is not null), recorded_at desc nulls last, id limit 30`,
      ),
    )
    expect(list).toContain('notification_list')
    expect(list).not.toContain('Sort')
  })
})

describe('the mail settings', () => {
  it('show what is usual, keep what is chosen, and offer what can concern the reader', async () => {
    const cookie = await cookieOf('poser')
    type Shown = { groups: { group: string; kinds: { kind: string; mail: string }[] }[] }
    const shown = async (key: DemoKey) =>
      (await web.get(preferences, '/workspace/notifications/preferences', { cookie: await cookieOf(key) }))
        .body as Shown
    const of = (page: Shown, kind: string) =>
      page.groups.flatMap((each) => each.kinds).find((each) => each.kind === kind)
    expect(of(await shown('poser'), 'challenge_bids_opened')?.mail).toBe('at_once')
    expect((await shown('poser')).groups.map((each) => each.group)).not.toContain('desk')
    expect((await shown('registrar')).groups.map((each) => each.group)).toContain('desk')
    const answer = await web.post(
      setPreferences,
      '/workspace/notifications/preferences',
      { 'mail.challenge_bids_opened': 'never', 'mail.challenge_published': 'digest' },
      { cookie },
    )
    expect(answer.location).toContain('said=notification.said.preferences_set')
    expect(of(await shown('poser'), 'challenge_bids_opened')?.mail).toBe('never')
    await tell('poser', 1)
    expect(await letters(kernel)).toEqual([])
  })
})

describe('kept mail', () => {
  it('is read in the demo and nowhere else', async () => {
    await tell('solver', 1)
    const [letter] = await letters(kernel)
    await sendKept(kernel.db, null, letter!.id, false)
    const shown = await web.get(mailLoader, '/demo/mail')
    expect(shown).toMatchObject({ status: 200, body: { rows: [{ subject: letter!.subject }] } })
    const elsewhere = makeWeb(kernel, { demo: false })
    expect(await elsewhere.get(mailLoader, '/demo/mail')).toMatchObject({ status: 404 })
  })
})
