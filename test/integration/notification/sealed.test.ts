import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { brokenInvariants } from '#db/invariants'
import { calendarFeed, mail, notification, organization, person } from '#db/schema'
import { cast } from '#test/cast'
import { bidOf, closeAndOpen, openChallenge, submitAs } from '#test/integration/bid/world'
import { castKernel, dayMs } from '#test/integration/challenge/given'
import { withdrawBid } from '~/domain/bid/commands/withdraw.server'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { calendarBehind, calendarEntries } from '~/domain/notification/calendar.server'
import { createCalendar } from '~/domain/notification/commands/create-calendar.server'
import { icalendar } from '~/domain/notification/ical.server'
import { wordingOf } from '~/domain/notification/wording'
import { businessNow } from '~/domain/kernel/clock'
import { locales, translator } from '~/i18n'
import { tell } from './told'

const kernel = castKernel()
const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })

/** Everything that anybody was told, by whom it reached: rows as they are worded, mail, and calendars made for this. */
async function everythingTold(): Promise<Map<DemoKey, string>> {
  const people = await kernel.db.select({ id: person.id, email: person.email, key: person.demoKey }).from(person)
  const texts = new Map<DemoKey, string>()
  for (const { id, email, key } of people) {
    const rows = await kernel.db.select().from(notification).where(eq(notification.personId, id))
    const worded = rows.flatMap((row) => [
      row.path,
      row.subjectType,
      ...locales.map((locale) => wordingOf(translator(locale), row.kind, row.params)),
    ])
    const mails = await kernel.db.select().from(mail).where(eq(mail.recipient, email))
    const written = mails.flatMap((each) => [each.subject, each.body])
    texts.set(key as DemoKey, [...worded, ...written, await calendarOf(key as DemoKey)].join('\n'))
  }
  return texts
}

async function calendarOf(key: DemoKey): Promise<string> {
  const { actor } = await by(key)
  const { token } = await kernel.commands.run(
    createCalendar,
    { organization_id: actor.organization?.id ?? null, locale: 'en' },
    { actor },
  )
  const of = (await calendarBehind(kernel.db, token))!
  const now = await businessNow(kernel.db)
  const text = icalendar(of, await calendarEntries(kernel.db, of, now), 'https://jiebang.example', now)
  await kernel.db.delete(calendarFeed)
  // Long lines are folded.
  return text.replace(/\r\n /g, '')
}

const bidders = ['solver', 'rival', 'institute', 'tester'] as const satisfies readonly DemoKey[]

async function namesOf(keys: readonly DemoKey[]): Promise<string[]> {
  const names: string[] = []
  for (const key of keys) {
    const { actor } = await by(key)
    const [own] = await kernel.db
      .select({ name: organization.name, code: organization.code })
      .from(organization)
      .where(eq(organization.id, actor.organization!.id))
    names.push(own!.name, own!.code)
  }
  return names
}

describe('before the deadline', () => {
  it('nobody is told of bids, their number, names or sizes, except of their own', async () => {
    const made = await openChallenge(kernel, { title: '封着的题目' })
    const plan = 'canary-told 谁也不能从通知里读到的方案'
    await submitAs(kernel, 'solver', made.id, { plan, price_fen: '777700000' })
    await submitAs(kernel, 'institute', made.id, { plan })
    await submitAs(kernel, 'tester', made.id, { plan })
    await kernel.commands.run(withdrawBid, { challenge_id: made.id }, await by('tester'))
    await kernel.commands.run(saveDraft, { challenge_id: made.id, content: { plan } }, await by('rival'))
    // Through all reminders and two digests, up to a minute before the deadline.
    for (const ahead of [3 * dayMs - 1000, 2 * dayMs, dayMs, 60_000]) {
      await kernel.setClock(new Date(made.deadline.getTime() - ahead))
      await tell(kernel)
    }
    const told = await everythingTold()
    expect(told.size).toBe(cast.length)
    // The rival is reminded of its own draft: the walk sees what there is.
    expect(told.get('rival')).toContain('封着的题目')
    expect(told.get('solver')).toContain('Bids close: 封着的题目')

    const codes = await Promise.all(bidders.map(async (key) => (await bidOf(kernel, key, made.id)).code))
    const ids = await Promise.all(bidders.map(async (key) => (await bidOf(kernel, key, made.id)).id))
    for (const [who, text] of told) {
      const others = bidders.filter((key) => key !== who)
      const secrets = [
        'canary-told',
        '7,777,000',
        '7777000',
        '777.7',
        ...(await namesOf(others)),
        ...codes.filter((_code, index) => bidders[index] !== who),
        ...ids.filter((_id, index) => bidders[index] !== who),
      ]
      expect(
        secrets.filter((secret) => text.includes(secret)),
        who,
      ).toEqual([])
      if (!(bidders as readonly string[]).includes(who)) {
        expect(text.includes(`/challenges/${made.number}/bid`), `${who} is led to a bid`).toBe(false)
        expect(text, who).not.toMatch(/已收到|份方案|家揭榜|\d+ bids?\b|subject_type: bid/)
      }
    }
  }, 60_000)

  it('rows of others say nothing of a bid by their kind either', async () => {
    const rows = await kernel.db
      .select({ kind: notification.kind, subject: notification.subjectType, who: person.demoKey })
      .from(notification)
      .innerJoin(person, eq(person.id, notification.personId))
    const ofBids = rows.filter((row) => row.kind.startsWith('bid_') || row.subject === 'bid')
    expect(ofBids.map((row) => row.who)).toEqual(['rival'])
    expect(await brokenInvariants(kernel.db)).toEqual([])
    const { organization: poser } = await kernel.as('poser')
    await kernel.db.update(notification).set({ organizationId: poser!.id }).where(eq(notification.kind, 'bid_closing'))
    expect((await brokenInvariants(kernel.db)).map((each) => each.name)).toEqual([
      'of a bid only its own organisation is told',
    ])
  })
})

describe('whoever poses', () => {
  it('is not named to those who are told of the challenge', async () => {
    const made = await openChallenge(kernel)
    await submitAs(kernel, 'solver', made.id)
    await closeAndOpen(kernel, made.id)
    await tell(kernel)
    const [name] = await namesOf(['poser'])
    const told = await everythingTold()
    expect(told.get('solver')).toContain(made.number)
    for (const key of ['solver', 'rival', 'judge', 'reviewer'] as const) expect(told.get(key), key).not.toContain(name)
  }, 60_000)
})
