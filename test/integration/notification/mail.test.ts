import { eq, sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mail } from '#db/schema'
import { seedEmail, seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { notify } from '~/domain/notification/notify.server'
import { searchOfWorker } from '~/jobs/search-of-worker'
import { queueLogger, tasks } from '~/jobs/worker'
import { makeLog } from '~/services/logging/log.server'
import { type Mailer, makeMailer } from '~/services/mail/mailer.server'
import { keepMail } from '~/services/mail/mail.server'
import { headerOf, partsOf, smtpServer } from './smtp-server'
import { forget, letters } from './told'

const kernel = testKernel(({ db, commands }) => seedPeople({ db, commands }).then(() => {}))
const site = 'https://jiebang.example'
const from = '揭榜 <no-reply@jiebang.example>'
let server: Awaited<ReturnType<typeof smtpServer>>
let mailer: Mailer

beforeAll(async () => {
  server = await smtpServer()
})
beforeEach(async () => {
  await forget(kernel)
  await kernel.db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
  server.answer(() => null)
  server.taken.length = 0
  mailer = makeMailer({ smtpUrl: server.url, from, site })
})
afterEach(() => mailer.close())
afterAll(() => server.close())

/** The worker's queue, until nothing is due. */
async function work(sender: Mailer | null) {
  const log = makeLog('worker')
  await runOnce({
    connectionString: kernel.appUrl,
    taskList: tasks({
      db: kernel.db,
      commands: kernel.commands,
      engine: null,
      search: searchOfWorker(kernel.db, null),
      sealKeyFile: '',
      mailer: sender,
      log,
    }),
    noHandleSignals: true,
    logger: queueLogger(log),
  })
}

/** Makes the tries that wait due now. */
const afterThePause = () =>
  kernel.db.execute(
    sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`,
  )

const jobs = async () =>
  kernel.db.execute<{ attempts: number; pause: number }>(
    sql`select attempts, extract(epoch from run_at - now()) as pause from graphile_worker.jobs where task_identifier = 'send_mail'`,
  )

async function tellSolver() {
  const { personId, organization } = await kernel.as('solver')
  await kernel.db.transaction((tx) =>
    notify(tx, {
      kind: 'bid_not_opened',
      to: { personId, organizationId: organization!.id },
      subject: { type: 'bid', id: 'one' },
      params: { title: '<b>电芯</b> & 隔膜', number: 'BD-2026-000001' },
      path: '/challenges/BD-2026-000001/bid',
      recordedAt: new Date(),
    }),
  )
}

describe('with a mail server', () => {
  it('a mail goes out once: text and HTML that say the same, where to turn it off, and nothing that tracks', async () => {
    await tellSolver()
    await work(mailer)
    await work(mailer)
    const [taken, ...more] = server.taken
    expect(more).toEqual([])
    expect(taken).toMatchObject({ from: 'no-reply@jiebang.example', to: seedEmail('solver') })
    const { data } = taken!
    expect(headerOf(data, 'Subject')).toBe(
      '揭榜：本机构对榜单《<b>电芯</b> & 隔膜》（BD-2026-000001）的方案未能开启，请核对回执',
    )
    expect(headerOf(data, 'List-Unsubscribe')).toBe(`<${site}/workspace/notifications/preferences>`)
    expect(headerOf(data, 'Auto-Submitted')).toBe('auto-generated')
    const parts = partsOf(data)
    expect(parts['text/plain']).toContain(`${site}/challenges/BD-2026-000001/bid`)
    expect(parts['text/html']).toContain('&lt;b&gt;电芯&lt;/b&gt; &amp; 隔膜')
    expect(parts['text/html']).toContain(`<a href="${site}/challenges/BD-2026-000001/bid">`)
    expect(parts['text/html']).not.toMatch(/<img|<script|<link|style=|src=/)
    const [row] = await letters(kernel)
    expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null, sentAt: expect.any(Date) })
  })

  it('mail about an account cannot be turned off', async () => {
    const letter = { to: 'somebody@site.example', subject: 'S', body: 'B', locale: 'en' as const }
    await kernel.db.transaction((tx) => keepMail(tx, letter))
    await work(mailer)
    expect(headerOf(server.taken[0]!.data, 'List-Unsubscribe')).toBeUndefined()
    expect(headerOf(server.taken[0]!.data, 'Content-Language')).toBe('en')
  })

  it('is asked again, later each time, where it is busy or cannot be reached', async () => {
    await tellSolver()
    server.answer((said) => (said.startsWith('RCPT') ? '451 greylisted, try later' : null))
    await work(mailer)
    expect((await letters(kernel))[0]).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: expect.stringContaining('greylisted'),
    })
    const [first] = await jobs()
    expect(Number(first!.pause)).toBeGreaterThan(0)

    const nobody = makeMailer({ smtpUrl: 'smtp://127.0.0.1:1', from, site })
    await afterThePause()
    await work(nobody)
    nobody.close()
    const [second] = await jobs()
    expect(Number(second!.pause)).toBeGreaterThan(Number(first!.pause))
    expect((await letters(kernel))[0]).toMatchObject({ state: 'queued', attempts: 2 })

    server.answer(() => null)
    await afterThePause()
    await work(mailer)
    expect(server.taken).toHaveLength(1)
    expect((await letters(kernel))[0]).toMatchObject({ state: 'sent', attempts: 3, lastError: null })
    expect(await jobs()).toHaveLength(0)
  })

  it('is not asked again where it refuses the recipient for good', async () => {
    await tellSolver()
    server.answer((said) => (said.startsWith('RCPT') ? '550 no such user' : null))
    await work(mailer)
    expect((await letters(kernel))[0]).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: expect.stringContaining('no such user'),
    })
    expect(await jobs()).toHaveLength(0)
  })

  it('a mail fails after the last try', async () => {
    await tellSolver()
    server.answer(() => '421 not now')
    await kernel.db.execute(
      sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), attempts := 11, run_at := now())`,
    )
    await work(mailer)
    expect((await letters(kernel))[0]).toMatchObject({ state: 'failed', lastError: expect.stringContaining('421') })
  })

  it('that breaks off after the mail gets it again under the same Message-ID', async () => {
    await tellSolver()
    server.answer((said) => (said === 'BODY' ? 'hang up' : null))
    await work(mailer)
    server.answer(() => null)
    await afterThePause()
    await work(mailer)
    expect(server.taken).toHaveLength(2)
    const [one, other] = server.taken.map(({ data }) => headerOf(data, 'Message-ID'))
    expect(one).toMatch(/^<[0-9a-f-]{36}@jiebang\.example>$/)
    expect(other).toBe(one)
  })
})

describe('without a mail server', () => {
  it('mail stays in its table, and does not go out when one is set later', async () => {
    await tellSolver()
    await work(null)
    const [row] = await letters(kernel)
    expect(row).toMatchObject({ state: 'kept', attempts: 0 })
    await kernel.db.execute(
      sql`select graphile_worker.add_job('send_mail', ${JSON.stringify({ mail_id: row!.id })}::json)`,
    )
    await work(mailer)
    expect(server.taken).toEqual([])
    expect(await kernel.db.select({ state: mail.state }).from(mail).where(eq(mail.id, row!.id))).toEqual([
      { state: 'kept' },
    ])
  })

  it('a mail whose cause is rolled back is never written', async () => {
    await expect(
      kernel.db.transaction(async (tx) => {
        await keepMail(tx, { to: 'a@site.example', subject: 'S', body: 'B', locale: 'en' })
        throw new Error('the cause fails')
      }),
    ).rejects.toThrow('the cause fails')
    expect(await letters(kernel)).toEqual([])
    expect(await jobs()).toHaveLength(0)
  })
})
