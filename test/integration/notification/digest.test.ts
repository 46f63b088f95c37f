import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { notification, notificationDigest } from '#db/schema'
import { seedEmail, seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { setLanguage } from '~/domain/identity/commands/set-language.server'
import { setPreferences } from '~/domain/notification/commands/set-preferences.server'
import { notify } from '~/domain/notification/notify.server'
import { forget, letters, tell } from './told'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
/** On the clock of Shanghai. */
const at = (moment: string) => new Date(`${moment}+08:00`)

async function news(who: DemoKey, moment: string, name = '电池') {
  const { personId } = await kernel.as(who)
  await kernel.db.transaction((tx) =>
    notify(tx, {
      kind: 'saved_search_found',
      to: { personId },
      subject: { type: 'saved_search', id: name },
      params: { name, title: '一项成果', number: 'CG-2026-000001' },
      path: `/search?q=${encodeURIComponent(name)}`,
      recordedAt: at(moment),
    }),
  )
}

async function lookAt(moment: string) {
  await kernel.setClock(at(moment))
  await tell(kernel)
}

beforeEach(async () => {
  await forget(kernel)
  await kernel.db.delete(notificationDigest)
})

describe('the digest', () => {
  it('goes out at 08:30, once, with everything that is new, and on the next day with what is new since', async () => {
    await news('solver', '2027-03-01T15:00:00', '电池')
    await news('solver', '2027-03-02T08:29:00', '隔膜')
    await lookAt('2027-03-02T08:29:30')
    // What was new before 08:30 of the day before has a digest of its own day; this is newer.
    expect(await letters(kernel)).toEqual([])
    await lookAt('2027-03-02T08:30:01')
    await tell(kernel)
    const [letter, ...more] = await letters(kernel)
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      recipient: seedEmail('solver'),
      kind: 'digest',
      subject: '揭榜：2027-03-02 有 2 条新通知',
    })
    expect(letter!.body).toContain('保存的搜索“电池”有新结果：《一项成果》（CG-2026-000001）\n/search?q=')
    expect(letter!.body.indexOf('电池')).toBeLessThan(letter!.body.indexOf('隔膜'))

    await news('solver', '2027-03-02T10:00:00', '电芯')
    await lookAt('2027-03-02T23:59:00')
    expect(await letters(kernel)).toHaveLength(1)
    await lookAt('2027-03-03T08:31:00')
    const [, second, ...rest] = await letters(kernel)
    expect(rest).toEqual([])
    expect(second!.body).toContain('电芯')
    expect(second!.body).not.toContain('隔膜')
    await lookAt('2027-03-04T09:00:00')
    expect(await letters(kernel)).toHaveLength(2)
  })

  it('of a day is one: what was written late comes with the next', async () => {
    await news('solver', '2027-03-20T08:00:00', '先')
    await lookAt('2027-03-20T08:30:01')
    await news('solver', '2027-03-20T08:10:00', '后')
    await lookAt('2027-03-20T08:40:00')
    expect(await letters(kernel)).toHaveLength(1)
    await lookAt('2027-03-21T08:30:01')
    expect((await letters(kernel)).at(-1)!.body).toContain('后')
  })

  it('is one mail where the clock leapt over several days', async () => {
    await news('solver', '2027-04-01T10:00:00', '一')
    await news('solver', '2027-04-03T10:00:00', '二')
    await lookAt('2027-04-09T12:00:00')
    const sent = await letters(kernel)
    expect(sent.map((each) => each.subject)).toEqual(['揭榜：2027-04-09 有 2 条新通知'])
  })

  it('is one mail where several workers look at once', async () => {
    await news('solver', '2027-05-01T10:00:00')
    await news('rival', '2027-05-01T10:00:00')
    await kernel.setClock(at('2027-05-02T09:00:00'))
    await Promise.all([tell(kernel), tell(kernel), tell(kernel)])
    expect((await letters(kernel)).map((each) => each.recipient).sort()).toEqual([
      seedEmail('rival'),
      seedEmail('solver'),
    ])
  })

  it('leaves out what was turned off in the meantime, and for good', async () => {
    await news('solver', '2027-06-01T10:00:00')
    const actor = await kernel.as('solver')
    await kernel.commands.run(setPreferences, { mail: { saved_search_found: 'never' } }, { actor })
    await lookAt('2027-06-02T09:00:00')
    await kernel.commands.run(setPreferences, { mail: { saved_search_found: 'digest' } }, { actor })
    await lookAt('2027-06-03T09:00:00')
    expect(await letters(kernel)).toEqual([])
    const [row] = await kernel.db.select().from(notification).where(eq(notification.personId, actor.personId))
    expect(row).toMatchObject({ mail: 'never', mailedAt: null })
  })

  it("is written in the reader's language, and counts what it does not list", async () => {
    const actor = await kernel.as('rival')
    await kernel.commands.run(setLanguage, { locale: 'en' }, { actor })
    for (let n = 0; n < 42; n += 1) await news('rival', '2027-07-01T10:00:00', `S${n}`)
    await lookAt('2027-07-02T09:00:00')
    const [letter] = await letters(kernel)
    expect(letter).toMatchObject({ locale: 'en', subject: 'Jiebang: 42 new notifications on 2027-07-02' })
    expect(letter!.body.match(/New for your saved search/g)).toHaveLength(40)
    expect(letter!.body).toContain('2 more stand in the product:\n/workspace/notifications')
    await kernel.commands.run(setLanguage, { locale: 'zh-CN' }, { actor })
  })
})

describe('preferences', () => {
  it('keep only what departs from the usual', async () => {
    const actor = await kernel.as('poser')
    const rows = () => kernel.db.query.notificationPreference.findMany()
    await kernel.commands.run(
      setPreferences,
      { mail: { challenge_returned: 'never', match_found: 'digest' } },
      { actor },
    )
    expect((await rows()).filter((row) => row.personId === actor.personId)).toEqual([
      { personId: actor.personId, kind: 'challenge_returned', mail: 'never' },
    ])
    await kernel.commands.run(setPreferences, { mail: { challenge_returned: 'at_once' } }, { actor })
    expect((await rows()).filter((row) => row.personId === actor.personId)).toEqual([])
  })
})
