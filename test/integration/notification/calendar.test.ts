import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { calendarFeed, challenge, membership } from '#db/schema'
import { closeAndOpen, openChallenge, submitAs } from '#test/integration/bid/world'
import { castKernel } from '#test/integration/challenge/given'
import * as contracts from '#test/integration/contract/factory'
import { accepted, judged, judging } from '#test/integration/evaluation/world'
import { makeWeb } from '#test/integration/identity/web'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { createCalendar } from '~/domain/notification/commands/create-calendar.server'
import { revokeCalendar } from '~/domain/notification/commands/revoke-calendar.server'
import { mostCalendars } from '~/domain/notification/rules'
import { loader } from '~/routes/public/calendar-feed'
import { action } from '~/routes/workspace/notification/calendar'

const kernel = castKernel()
const web = makeWeb(kernel)

async function make(key: DemoKey, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const actor = await kernel.as(key)
  const input = { organization_id: actor.organization?.id ?? null, locale }
  return { ...(await kernel.commands.run(createCalendar, input, { actor })), actor }
}

/** The file as a calendar fetches it: status, headers, and its lines unfolded. */
async function fetched(file: string) {
  let response: Response
  try {
    response = (await loader({
      request: new Request(`http://127.0.0.1:3000/calendar/${file}`),
      params: { file },
      context: {
        services: { db: kernel.db, publicUrl: 'https://jiebang.example', sessions: web.sessions(), keys: kernel.keys },
        facts: { requestId: 'r', nonce: 'n', address: '192.0.2.1', sameOrigin: false },
      },
    } as never)) as Response
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    response = thrown
  }
  const text = (await response.text()).replace(/\r\n[ \t]/g, '')
  return { status: response.status, headers: Object.fromEntries(response.headers), text }
}

/** Each entry's property, in the order of the file. */
const all = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`^${name}[^:\\r\\n]*:(.*?)\\r?$`, 'gm'))].map((match) => match[1]!)
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

describe('a calendar of an organisation', () => {
  it("holds its own challenges' deadlines, in UTC, under identities that stay when they move", async () => {
    const made = await openChallenge(kernel, { title: '一个题目，含逗号；和分号' })
    const { token } = await make('poser')
    const { status, headers, text } = await fetched(`${token}.ics`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
    })
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(text).toContain('X-WR-TIMEZONE:Asia/Shanghai')
    expect(all(text, 'SUMMARY')).toContain(`揭榜截止：一个题目，含逗号；和分号（${made.number}，本单位榜单）`)
    expect(all(text, 'DTSTART')).toContain(utc(made.deadline))
    expect(all(text, 'URL')).toContain(`https://jiebang.example/challenges/${made.number}`)
    const uid = `own_deadline-${made.id}@jiebang`
    expect(all(text, 'UID')).toContain(uid)

    const later = new Date(made.deadline.getTime() + 86_400_000)
    await kernel.db.update(challenge).set({ bidDeadline: later, nextEventAt: later }).where(eq(challenge.id, made.id))
    const again = (await fetched(`${token}.ics`)).text
    expect(all(again, 'UID')).toContain(uid)
    expect(all(again, 'DTSTART')).toContain(utc(later))
    expect(all(again, 'DTSTART')).not.toContain(utc(made.deadline))
  })

  it('holds the deadlines of challenges that it bids to, and nobody else sees that it does', async () => {
    const made = await openChallenge(kernel)
    await submitAs(kernel, 'solver', made.id)
    const mine = (await fetched(`${(await make('solver')).token}.ics`)).text
    expect(all(mine, 'UID')).toContain(`bid_deadline-${made.id}@jiebang`)
    for (const other of ['rival', 'poser', 'reviewer'] as const)
      expect((await fetched(`${(await make(other)).token}.ics`)).text, other).not.toContain('bid_deadline')
  })

  it('holds publicity, judging of the person, and contracts by their number', async () => {
    const made = await judging(kernel)
    const judgeId = await accepted(kernel, made.id, 'judge')
    const judges = (await fetched(`${(await make('judge', 'en')).token}.ics`)).text
    expect(all(judges, 'UID')).toContain(`judging-${judgeId}@jiebang`)
    expect(all(judges, 'SUMMARY').join()).toContain('Scorecard to do')

    const other = await judging(kernel)
    const bids = await judged(kernel, other.id, 90, 70)
    const poser = { actor: await kernel.as('poser') }
    await kernel.commands.run(intendAward, { id: other.id, bids: [bids.solver], reason: '' }, poser)
    const contract = await contracts.underReview(kernel, {
      title: '不该出现的合同标题',
      term_from: '2026-12-01',
      term_to: '2028-06-30',
    })
    const rivals = (await fetched(`${(await make('rival')).token}.ics`)).text
    expect(all(rivals, 'UID')).toContain(`bid_publicity-${other.id}@jiebang`)
    expect(rivals).not.toContain(contract.number)
    const solvers = (await fetched(`${(await make('solver')).token}.ics`)).text
    expect(solvers).toContain(`登记审查期限：合同 ${contract.number}`)
    expect(solvers).toContain('DTSTART;VALUE=DATE:20280630')
    expect(solvers).not.toContain('不该出现的合同标题')
    expect((await fetched(`${(await make('poser')).token}.ics`)).text).toContain(`own_publicity-${other.id}@jiebang`)
  }, 30_000)

  it('forgets a challenge that was withdrawn or failed', async () => {
    const made = await openChallenge(kernel)
    const { token } = await make('poser')
    await closeAndOpen(kernel, made.id)
    expect((await fetched(`${token}.ics`)).text).not.toContain(made.id)
  })
})

describe('the address', () => {
  it('is kept as a digest only, and shown once to whoever makes it', async () => {
    const { personId, organization } = await kernel.as('poser')
    const cookie = await web.sessions().open(personId, null)
    const fields = { organization_id: organization!.id }
    const shown = await web.post(action, '/workspace/calendar', fields, { cookie })
    const { address } = (shown.body as { made: { address: string } }).made
    const file = address.split('/').at(-1)!
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/calendar\/[\w-]{43}\.ics$/)
    expect((await fetched(file)).status).toBe(200)
    const rows = JSON.stringify(await kernel.db.execute('select *, encode(token_hash, $$escape$$) from calendar_feed'))
    expect(rows).not.toContain(file.slice(0, 20))
    expect(JSON.stringify(await kernel.db.execute('select * from event'))).not.toContain(file.slice(0, 20))
  })

  it('that is revoked answers as one that never was, and so does one of somebody who left', async () => {
    const unknown = await fetched(`${'A'.repeat(43)}.ics`)
    expect(unknown.status).toBe(404)
    const { id, token, actor } = await make('solver')
    await kernel.commands.run(revokeCalendar, { id }, { actor })
    expect(await fetched(`${token}.ics`)).toEqual(unknown)

    const { personId } = await kernel.as('stranger')
    const { organization } = await kernel.as('poser')
    await kernel.db.insert(membership).values({ personId, organizationId: organization!.id, role: 'viewer' })
    const left = await make('stranger')
    expect((await fetched(`${left.token}.ics`)).status).toBe(200)
    await kernel.db.delete(membership).where(eq(membership.personId, personId))
    expect(await fetched(`${left.token}.ics`)).toEqual(unknown)
    expect(await fetched(`${left.token}.ICS`)).toEqual(unknown)
  })

  it('is one of a few per person', async () => {
    await kernel.db.delete(calendarFeed)
    for (let n = 0; n < mostCalendars; n += 1) await make('rival')
    await expect(make('rival')).rejects.toMatchObject({ key: 'notification.refusal.too_many_calendars' })
  })
})
