import { desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { mail, notification, notificationPreference } from '#db/schema'
import { seedEmail, seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { type News, notify } from '~/domain/notification/notify.server'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const at = new Date('2026-11-24T02:00:00Z')

async function tell(more: Partial<News> & Pick<News, 'to'>) {
  const news: News = {
    kind: 'saved_search_found',
    subject: { type: 'saved_search', id: 'one' },
    params: { name: '电池', count: '2' },
    path: '/challenges?q=%E7%94%B5%E6%B1%A0',
    recordedAt: at,
    ...more,
  }
  await kernel.db.transaction((tx) => notify(tx, news))
}
const rows = () => kernel.db.select().from(notification)

beforeEach(async () => {
  await kernel.db.delete(notification)
  await kernel.db.delete(mail)
})

describe('telling an organisation', () => {
  it('reaches every member who acts for it, and nobody else', async () => {
    const poser = await kernel.as('poser')
    await tell({ to: { organizationId: poser.organization!.id } })
    const told = await rows()
    expect(told.map((each) => each.personId)).toEqual([poser.personId])
    expect(told[0]).toMatchObject({ organizationId: poser.organization!.id, mail: 'digest', mailedAt: null })
  })

  it('leaves out who did it', async () => {
    const poser = await kernel.as('poser')
    await tell({ to: { organizationId: poser.organization!.id }, except: poser.personId })
    expect(await rows()).toEqual([])
  })
})

describe('telling a person', () => {
  it('happens once under a key, and mails once', async () => {
    const { personId } = await kernel.as('solver')
    const once = { kind: 'challenge_returned' as const, params: { title: '一个榜题' }, onceKey: 'returned:1' }
    await tell({ to: { personId }, ...once })
    await tell({ to: { personId }, ...once })
    expect(await rows()).toHaveLength(1)
    const letters = await kernel.db.select().from(mail)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({
      recipient: seedEmail('solver'),
      subject: '揭榜：榜单《一个榜题》被审核员退回，请按意见修改后重新提交',
      kind: 'challenge_returned',
      state: 'queued',
    })
    await tell({ to: { personId }, ...once, onceKey: 'returned:2' })
    expect(await rows()).toHaveLength(2)
  })

  it('mails as the person wishes', async () => {
    const { personId } = await kernel.as('solver')
    const kind = 'challenge_returned' as const
    await kernel.db.insert(notificationPreference).values({ personId, kind, mail: 'never' })
    await tell({ to: { personId }, kind, params: { title: '一个榜题' } })
    expect(await kernel.db.select().from(mail)).toEqual([])
    const [told] = await kernel.db
      .select()
      .from(notification)
      .where(eq(notification.personId, personId))
      .orderBy(desc(notification.recordedAt))
    expect(told).toMatchObject({ kind, mail: 'never', mailedAt: null, readAt: null })
  })
})
