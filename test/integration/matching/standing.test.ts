import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { matchAlert, matchFeedback, notification } from '#db/schema'
import { SearchUnavailable } from '#search/engine'
import { draft, submitted } from '#test/integration/challenge/given'
import { castKernel, openChallenge } from '#test/integration/bid/world'
import { updateAchievement } from '~/domain/achievement/commands/update.server'
import { withdrawAchievement } from '~/domain/achievement/commands/withdraw.server'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { recordMatchAlerts } from '~/domain/matching/commands/record-match-alerts.server'
import { recordShown } from '~/domain/matching/commands/record-shown.server'
import { matchDocument } from '~/domain/matching/match.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import { workerActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { watchMatches } from '~/jobs/standing-matches'
import { listedWith, shownListing } from './given'
import { engines, putSetting, stopEngines, testWorker, toldTo } from './watched'

/** Meets both targets of {@link openChallenge}. */
const cell = (about: { title?: string; density?: number } = {}) => ({
  title: about.title ?? '硫化物全固态软包电芯',
  abstract: '采用全固态体系替代半固态软包电芯，45 ℃ 存放两个月不鼓包，已完成中试。',
  field: 'new_energy' as const,
  metrics: [
    { name: '能量密度', value: about.density ?? 420, unit: 'Wh/kg' },
    { name: '工作温度', value: -30, value_to: 65, unit: '℃' },
  ],
})

const ofMatching = eq(notification.kind, 'match_found')

afterAll(stopEngines)

describe.each(engines)('standing matches with %s', (engineName) => {
  const kernel = castKernel()
  const worker = testWorker(kernel, engineName)
  const told = (key: 'poser' | 'poser_viewer' | 'solver' | 'rival') => toldTo(kernel, key, 'match_found')
  const alerts = () => kernel.db.select().from(matchAlert)

  beforeEach(async () => {
    await kernel.db.delete(matchAlert)
    await kernel.db.delete(notification)
    await putSetting(kernel, 'matching.alerts_per_day', 10)
    // However near its words are: what misses a must target is kept back by nothing but its figures.
    await putSetting(kernel, 'matching.alert_least_share', 0)
  })

  /** Makes something where nothing of earlier tests matches any more. */
  const alone = async <Made>(make: () => Promise<Made>): Promise<Made> => {
    await kernel.db.execute("update challenge set bid_deadline = business_now() where state = 'open'")
    await kernel.db.execute("update achievement set valid_until = business_now() where state = 'listed'")
    await kernel.db.execute('update search_document set document = null, terms = null')
    return make()
  }

  it('a listing that meets the targets is told to the poser once; its near twin that misses one is not', async () => {
    const challenge = await alone(() => openChallenge(kernel))
    await worker.work()
    const twin = await listedWith(kernel, 'rival', cell({ title: '硫化物半固态软包电芯，接近全固态', density: 380 }))
    const fit = await listedWith(kernel, 'solver', cell())
    await worker.work()

    expect(await told('poser')).toEqual([
      {
        params: expect.objectContaining({
          ...{ title: '半固态软包电芯鼓包，求全固态方案', match: '硫化物全固态软包电芯', number: fit.number },
          ...{ met: '2', targets: '2', reason: 'notification.reason.new_listing' },
          words: expect.stringMatching(/固态|电芯|软包|鼓包/),
        }),
        path: `/challenges/${challenge.number}/matches`,
        mail: 'digest',
      },
    ])
    expect(await told('poser_viewer')).toEqual([])
    expect((await alerts()).map(({ listingId }) => listingId)).toEqual([fit.id])
    // The twin is among the challenge's matches, too: it is its missed target that keeps it back.
    const { matches } = await matchDocument(
      (await worker.context.search.knowing(null))!,
      (await searchDocumentOf(kernel.db, 'challenge', challenge.id))!,
      await businessNow(kernel.db),
    )
    expect(matches.map(({ number }) => number)).toEqual([fit.number, twin.number])

    await worker.context.commands.run(
      updateAchievement,
      { id: fit.id, ...cell({ density: 430 }) },
      { actor: await kernel.as('solver') },
    )
    await worker.work()
    for (const { id } of [fit, twin]) await watchMatches(worker.context, { kind: 'achievement', id })
    await watchMatches(worker.context, { kind: 'challenge', id: challenge.id })
    expect(await told('poser')).toHaveLength(1)
  }, 60_000)

  it('a change that makes a listing meet what it missed is news', async () => {
    const challenge = await alone(() => openChallenge(kernel))
    const { id, number } = await listedWith(kernel, 'solver', cell({ density: 380 }))
    await worker.work()
    const shown = shownListing(id)
    const input = {
      challenge_id: challenge.id,
      listings: [{ ...shown, features: { ...shown.features, must_missed: 0.5 } }],
    }
    await kernel.commands.run(recordShown, input, { actor: await kernel.as('poser') })
    expect(await told('poser')).toEqual([])
    await kernel.commands.run(updateAchievement, { id, ...cell() }, { actor: await kernel.as('solver') })
    await worker.work()
    expect((await told('poser')).map(({ params }) => params.number)).toEqual([number])
  }, 60_000)

  it('what the poser has seen or let be is no news', async () => {
    const challenge = await alone(() => openChallenge(kernel))
    await worker.work()
    const { id } = await listedWith(kernel, 'solver', cell())
    const looked = { challenge_id: challenge.id, listings: [shownListing(id)] }
    await kernel.commands.run(recordShown, looked, { actor: await kernel.as('poser') })
    await worker.work()
    expect(await told('poser')).toEqual([])
    await kernel.db.delete(matchFeedback).where(eq(matchFeedback.listingId, id))
    await watchMatches(worker.context, { kind: 'achievement', id })
    expect(await told('poser')).toHaveLength(1)
  }, 60_000)

  it('a new challenge is told to the lister once, with the best of its listings, and names nobody', async () => {
    await alone(async () => {})
    const best = await listedWith(kernel, 'solver', cell({ title: '硫化物全固态软包电芯，不鼓包' }))
    await listedWith(kernel, 'solver', cell({ title: '另一款全固态软包电芯' }))
    await listedWith(kernel, 'rival', cell({ density: 390 }))
    const own = await listedWith(kernel, 'poser', cell({ title: '出题方自己的全固态软包电芯' }))
    await worker.work()
    const challenge = await openChallenge(kernel)
    await worker.work()
    const [first, ...more] = await told('solver')
    expect(more).toEqual([])
    expect(first).toMatchObject({
      params: { number: challenge.number, met: '2', targets: '2', reason: 'notification.reason.new_challenge' },
      path: `/workspace/achievements/${best.id}/matches`,
    })
    expect(await told('rival')).toEqual([])
    expect(await told('poser')).toEqual([])
    const kept = await alerts()
    expect(kept.map(({ kind, toldAt }) => [kind, toldAt !== null])).toEqual([
      ['for_lister', true],
      ['for_lister', false],
    ])
    expect(kept.map(({ listingId }) => listingId)).not.toContain(own.id)
    const said = JSON.stringify(await kernel.db.select().from(notification).where(ofMatching))
    expect(said).not.toContain((await kernel.as('poser')).organization!.name)
    expect(said).not.toContain((await kernel.as('solver')).organization!.name)
  }, 60_000)

  it('nothing of what is not public reaches anyone, whoever asks for the job', async () => {
    await alone(async () => {})
    const drafted = await draft(kernel, { title: '保密的榜题，求全固态软包电芯' })
    const waiting = await submitted(kernel, { title: '待审核的榜题，求全固态软包电芯' })
    const { id } = await listedWith(kernel, 'solver', cell())
    await worker.work()
    for (const challenge of [drafted, waiting]) await watchMatches(worker.context, { kind: 'challenge', id: challenge })
    const match = { listing_kind: 'achievement' as const, listing_id: id, rank: 1, met: 1, targets: 1, words: [] }
    const forced = { challenge_id: drafted, kind: 'for_lister' as const, matches: [match] }
    await expect(kernel.commands.run(recordMatchAlerts, forced, { actor: workerActor })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await kernel.db.$count(notification, ofMatching)).toBe(0)
    expect(await kernel.db.$count(matchAlert)).toBe(0)
  }, 60_000)

  it('a job that comes after the withdrawal tells nothing', async () => {
    const challenge = await alone(() => openChallenge(kernel))
    await worker.work()
    const solver = { actor: await kernel.as('solver') }
    const { id } = await listedWith(kernel, 'solver', cell())
    await kernel.commands.run(withdrawAchievement, { id }, solver)
    await worker.work()
    expect(await told('poser')).toEqual([])

    const later = await listedWith(kernel, 'solver', cell())
    await kernel.commands.run(withdraw, { id: challenge.id, reason: '已经解决' }, { actor: await kernel.as('poser') })
    const match = { listing_kind: 'achievement' as const, listing_id: later.id, rank: 1, met: 2, targets: 2, words: [] }
    const late = { challenge_id: challenge.id, kind: 'for_poser' as const, matches: [match] }
    await expect(kernel.commands.run(recordMatchAlerts, late, { actor: workerActor })).rejects.toMatchObject({
      code: 'not_found',
    })
    await worker.work()
    expect(await told('poser')).toEqual([])
  }, 60_000)

  it('no more than so many a day are told to a person; the others are kept', async () => {
    await putSetting(kernel, 'matching.alerts_per_day', 2)
    await alone(() => openChallenge(kernel))
    await worker.work()
    for (const title of ['全固态软包电芯甲', '全固态软包电芯乙', '全固态软包电芯丙'])
      await listedWith(kernel, 'solver', cell({ title }))
    await worker.work()
    expect(await told('poser')).toHaveLength(2)
    expect((await alerts()).filter(({ toldAt }) => toldAt === null)).toHaveLength(1)
  }, 60_000)

  it('where the engine does not answer the job stays in the queue, and does it all later', async () => {
    await alone(() => openChallenge(kernel))
    await worker.work()
    await listedWith(kernel, 'solver', cell())
    const { search } = worker.context
    worker.context.search = {
      ...search,
      knowing: () => Promise.reject(new SearchUnavailable('unreachable', 'no engine')),
    }
    await worker.workOnce()
    worker.context.search = search
    expect(await worker.waiting()).toContainEqual({ task: 'standing_matches', attempts: 1 })
    expect(await told('poser')).toEqual([])
    await kernel.db.execute('update graphile_worker._private_jobs set run_at = now()')
    await worker.work()
    expect(await told('poser')).toHaveLength(1)
  }, 60_000)
})
