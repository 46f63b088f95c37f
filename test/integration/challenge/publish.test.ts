import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { challengeSeal, membership, setting } from '#db/schema'
import { publish } from '~/domain/challenge/commands/publish.server'
import { decryptText, decryptWith, encryptTo } from '~/services/sealing/age.server'
import { castKernel, dayMs, draft, eventsOf, published, refusal, rowOf, submitted } from './given'

const kernel = castKernel()

describe('challenge.publish', () => {
  it('gives a number, a seal that only the keyholder can open, and the moment at which the clock closes it', async () => {
    const { id, number } = await published(kernel)
    const row = await rowOf(kernel, id)
    expect(number).toMatch(/^BD-\d{4}-000001$/)
    expect(row).toMatchObject({ state: 'open', number, publicityDays: 5, minimumBids: 1, minimumJudges: 3 })
    expect(row.publishedAt).toBeInstanceOf(Date)
    expect(row.nextEventAt).toEqual(row.bidDeadline)
    const [seal] = await kernel.db.select().from(challengeSeal).where(eq(challengeSeal.challengeId, id))
    expect(seal).toMatchObject({ suite: 'seal-1' })
    const identity = await decryptText(kernel.keyholder, seal!.wrappedIdentity)
    const sealed = await encryptTo([seal!.recipient], Buffer.from('方案'))
    expect((await decryptWith(identity, sealed)).toString()).toBe('方案')
    await expect(decryptText(identity, seal!.wrappedIdentity)).rejects.toThrow()
    expect((await eventsOf(kernel, id)).at(-1)).toBe('challenge.published')
  })

  it('asks once each for the index and for who waits for it, and keeps the private half out of the event', async () => {
    const { id } = await published(kernel)
    const jobs = await kernel.db.execute<{ task: string }>(
      sql`select task_identifier as task from graphile_worker.jobs where id in
        (select id from graphile_worker._private_jobs where payload->>'id' = ${id}) order by 1`,
    )
    expect(jobs.map(({ task }) => task)).toEqual(['index', 'saved_searches', 'standing_matches'])
    const events = await kernel.db.execute<{ text: string }>(
      sql`select (input::text || before::text || after::text) as text from event where subject_id = ${id} and type = 'challenge.published'`,
    )
    expect(events[0]?.text).not.toMatch(/AGE-SECRET|BEGIN AGE/)
  })

  it('numbers without gaps, also after one that failed, and under contention', async () => {
    const reviewer = await kernel.as('reviewer')
    const ids = [await submitted(kernel), await submitted(kernel), await submitted(kernel)]
    const failing = await submitted(kernel, { bid_deadline: new Date(Date.now() + 60 * dayMs).toISOString() })
    const before = await published(kernel)
    await kernel.db.execute(sql`update challenge set bid_deadline = '2020-01-01' where id = ${failing}`)
    await refusal(kernel.commands.run(publish, { id: failing }, { actor: reviewer }))
    const answers = await Promise.all(ids.map((id) => kernel.commands.run(publish, { id }, { actor: reviewer })))
    const first = Number(before.number.slice(-6))
    expect(answers.map((each) => Number(each.number.slice(-6))).sort((a, b) => a - b)).toEqual([
      first + 1,
      first + 2,
      first + 3,
    ])
  })

  it('fixes the numbers of the procedure as the settings stand', async () => {
    await kernel.db.update(setting).set({ value: 7 }).where(eq(setting.key, 'challenge.publicity_days'))
    const { id } = await published(kernel)
    await kernel.db.update(setting).set({ value: 5 }).where(eq(setting.key, 'challenge.publicity_days'))
    expect((await rowOf(kernel, id)).publicityDays).toBe(7)
  })

  it('is refused to the poser, to strangers, and to a reviewer who belongs to the poser', async () => {
    const id = await submitted(kernel)
    const tried = async (who: 'poser' | 'rival' | 'reviewer') =>
      refusal(kernel.commands.run(publish, { id }, { actor: await kernel.as(who) }))
    expect(await tried('poser')).toMatchObject({ key: 'challenge.refusal.not_reviewer' })
    expect(await tried('rival')).toMatchObject({ code: 'not_found' })
    const reviewer = await kernel.as('reviewer')
    const { organizationId } = await rowOf(kernel, id)
    await kernel.db.insert(membership).values({ personId: reviewer.personId, organizationId, role: 'viewer' })
    expect(await tried('reviewer')).toEqual({ code: 'not_allowed', key: 'challenge.refusal.own_case' })
    await kernel.db.delete(membership).where(eq(membership.personId, reviewer.personId))
    await kernel.commands.run(publish, { id }, { actor: reviewer })
  })

  it('is refused when the deadline passed while it waited, or nobody handed it in', async () => {
    const waiting = await submitted(kernel)
    const actor = await kernel.as('reviewer')
    expect(await refusal(kernel.commands.run(publish, { id: await draft(kernel) }, { actor }))).toMatchObject({
      code: 'not_found',
    })
    await kernel.setClock(new Date((await rowOf(kernel, waiting)).bidDeadline!.getTime()))
    expect(await refusal(kernel.commands.run(publish, { id: waiting }, { actor }))).toEqual({
      code: 'stale',
      key: 'challenge.refusal.deadline_past',
    })
  })
})
