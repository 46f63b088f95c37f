import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { event, organization } from '#db/schema'
import { seedPeople } from '#test/cast'
import { makeWeb } from '#test/integration/identity/web'
import { testKernel } from '#test/integration/kernel'
import { makeCommandRunner } from '~/domain/command/run.server'
import { moveClock } from '~/domain/demo/commands/move-clock.server'
import { nextDeadline } from '~/domain/demo/next-deadline.server'
import { visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { clockCommands, reactions } from '~/domain/reactions'
import { action as clock } from '~/routes/auth/demo-clock'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const by = { actor: visitor }
const friday = new Date('2026-12-04T02:00:00Z')

beforeEach(async () => {
  await kernel.setClock(friday)
  await kernel.db.update(organization).set({ nextEventAt: null })
})

describe('moving the business clock', () => {
  it('goes to the next working morning, over a weekend', async () => {
    const answer = await kernel.commands.run(moveClock, { to: 'next_working_day' }, by)
    expect(answer.business_at).toBe('2026-12-07T01:00:00.000Z')
    const now = await businessNow(kernel.db)
    expect(now.getTime()).toBeGreaterThanOrEqual(Date.parse(answer.business_at))
    expect(now.getTime()).toBeLessThan(Date.parse(answer.business_at) + 60_000)
  })

  it('goes exactly to the next thing that happens by itself, then to the one after', async () => {
    const rows = await kernel.db.select({ id: organization.id }).from(organization).limit(3)
    const moments = ['2026-12-20T09:00:00.000Z', '2026-12-10T09:00:00.000Z', '2026-12-01T09:00:00.000Z']
    for (const [n, row] of rows.entries()) {
      await kernel.db
        .update(organization)
        .set({ nextEventAt: new Date(moments[n]!) })
        .where(eq(organization.id, row.id))
    }
    expect(await nextDeadline(kernel.db, friday)).toEqual(new Date(moments[1]!))
    expect((await kernel.commands.run(moveClock, { to: 'next_deadline' }, by)).business_at).toBe(moments[1])
    expect((await businessNow(kernel.db)).getTime()).toBeGreaterThanOrEqual(Date.parse(moments[1]!))
    expect((await kernel.commands.run(moveClock, { to: 'next_deadline' }, by)).business_at).toBe(moments[0])
    await expect(kernel.commands.run(moveClock, { to: 'next_deadline' }, by)).rejects.toMatchObject({
      code: 'stale',
      key: 'demo.refusal.no_deadline',
    })
  })

  it('goes forward only', async () => {
    for (const to of ['2026-12-04T01:59:59Z', '2020-01-01T00:00:00Z', '2026-12-04T09:00']) {
      await expect(kernel.commands.run(moveClock, { to }, by)).rejects.toMatchObject({ code: 'invalid' })
    }
    await expect(kernel.commands.run(moveClock, { to: '2099-01-01T00:00:00Z' }, by)).rejects.toMatchObject({
      issues: [{ path: ['to'], message: 'demo.issue.too_far' }],
    })
    const answer = await kernel.commands.run(moveClock, { to: '2026-12-31T17:00' }, by)
    expect(answer.business_at).toBe('2026-12-31T09:00:00.000Z')
  })

  it('records both times and asks for what is due, in the same transaction', async () => {
    const jobs = () =>
      kernel.db.execute<{ n: number }>(
        sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'fire_due'`,
      )
    const [before] = await jobs()
    await kernel.commands.run(moveClock, { to: 'next_working_day' }, by)
    const [after] = await jobs()
    expect(after!.n).toBe(before!.n + 1)
    const [recorded] = (await kernel.db.select().from(event).where(eq(event.type, 'demo.clock_moved'))).slice(-1)
    expect(recorded).toMatchObject({
      subjectType: 'business_clock',
      after: { business_at: '2026-12-07T01:00:00.000Z' },
    })
    expect(Math.abs(recorded!.systemAt.getTime() - Date.now())).toBeLessThan(60_000)
  })

  it('adds up when several people move it at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => kernel.commands.run(moveClock, { to: 'next_working_day' }, by)))
    const now = await businessNow(kernel.db)
    expect(now.toISOString().slice(0, 13)).toBe('2026-12-10T01')
  })

  it('does not exist where it is no demo', async () => {
    const commands = makeCommandRunner({
      db: kernel.db,
      keys: { ...kernel.keys, demo: false },
      reactions,
      clockCommands,
    })
    await expect(commands.run(moveClock, { to: 'next_working_day' }, by)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leads back to the page it was asked on, or says what is wrong', async () => {
    const web = makeWeb(kernel)
    const back = { return_to: '/challenges?page=2&said=demo.said.clock_moved' }
    expect(await web.post(clock, '/demo/clock', { to: 'next_working_day', ...back })).toMatchObject({
      status: 303,
      location: '/challenges?page=2&said=demo.said.clock_moved',
    })
    expect(await web.post(clock, '/demo/clock', { to: 'next_deadline', ...back })).toMatchObject({
      status: 409,
      body: { problem: 'demo.refusal.no_deadline', back: '/challenges?page=2' },
    })
    expect(await web.post(clock, '/demo/clock', { to: 'yesterday', return_to: '//evil.example' })).toMatchObject({
      status: 422,
      body: { back: '/' },
    })
  })
})
