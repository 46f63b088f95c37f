import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { event, mail, notification, notificationPreference, savedSearch, savedSearchHit } from '#db/schema'
import { type SearchEngine, SearchUnavailable } from '#search/engine'
import { castKernel, openChallenge, refusal } from '#test/integration/bid/world'
import { updateAchievement } from '~/domain/achievement/commands/update.server'
import { withdrawAchievement } from '~/domain/achievement/commands/withdraw.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { changeSavedSearch } from '~/domain/matching/commands/change-saved-search.server'
import { removeSavedSearch } from '~/domain/matching/commands/remove-saved-search.server'
import { saveSearch } from '~/domain/matching/commands/save-search.server'
import { savedLists, savedPlace } from '~/domain/matching/saved-lists.server'
import { savedSearchesOf } from '~/domain/matching/saved-searches.server'
import { watchSavedSearches } from '~/jobs/saved-searches'
import { listedWith } from './given'
import { engines, putSetting, stopEngines, testWorker, toldTo } from './watched'

afterAll(stopEngines)

const dryer = {
  title: '污泥干化装置',
  abstract: '含水率降到三成，已在两座水厂连续运行半年。',
  field: 'environment' as const,
  tags: ['固废'],
}

describe.each(engines)('saved searches with %s', (engineName) => {
  const kernel = castKernel()
  const worker = testWorker(kernel, engineName)
  const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })
  const told = (key: DemoKey) => toldTo(kernel, key, 'saved_search_found')
  const numbers = async (key: DemoKey) => (await told(key)).map(({ params }) => params.number)
  const keep = async (path: string, alerts: 'at_once' | 'digest' | 'none' = 'digest', key: DemoKey = 'rival') => {
    const { id } = await kernel.commands.run(
      saveSearch,
      { path, name: `保存的 ${path.slice(0, 40)}`, alerts },
      await by(key),
    )
    await worker.work()
    return id
  }
  const list = async (about: Partial<typeof dryer> = {}, key: DemoKey = 'solver') => {
    const made = await listedWith(kernel, key, { ...dryer, ...about })
    await worker.work()
    return made
  }
  const change = async (id: string, about: Partial<typeof dryer>) => {
    await kernel.commands.run(updateAchievement, { id, ...dryer, ...about }, await by('solver'))
    await worker.work()
  }

  beforeEach(async () => {
    await kernel.db.delete(savedSearch)
    await kernel.db.delete(notification)
    await kernel.db.delete(notificationPreference)
    await kernel.db.delete(mail)
    await putSetting(kernel, 'matching.alerts_per_day', 10)
    await putSetting(kernel, 'matching.saved_searches_per_person', 50)
  })

  it('one is told once of something new that it finds, and never of what fails a filter', async () => {
    await keep('/achievements?field=environment&tag=固废')
    await list({ field: 'biomedicine' as never })
    await list({ tags: ['水处理'] })
    const hit = await list()
    expect(await told('rival')).toEqual([
      {
        params: { name: expect.stringContaining('/achievements'), title: dryer.title, number: hit.number },
        path: `/achievements/${hit.number}`,
        mail: 'digest',
      },
    ])
    await change(hit.id, { title: '污泥低温干化装置' })
    await watchSavedSearches(worker.context, { kind: 'achievement', id: hit.id })
    expect(await told('rival')).toHaveLength(1)
    const [row] = await savedSearchesOf(kernel.db, (await kernel.as('rival')).personId)
    expect(row).toMatchObject({ found: 1, path: '/achievements?field=environment&tag=%E5%9B%BA%E5%BA%9F' })
  }, 60_000)

  it('what it found when it was saved is no news when it changes; what it finds only then is', async () => {
    const known = await list()
    const other = await list({ tags: ['水处理'] })
    await keep('/achievements?tag=固废')
    await change(known.id, { abstract: '含水率降到两成，已在三座水厂连续运行一年。' })
    expect(await numbers('rival')).toEqual([])
    await change(other.id, { tags: ['水处理', '固废'] })
    expect(await numbers('rival')).toEqual([other.number])
  }, 60_000)

  it('a search over everything finds by the engine as its page does, challenges too', async () => {
    await keep('/search?q=污泥+干化')
    await keep('/search?kind=challenge&field=new_energy')
    const both = await list()
    // A page that finds documents with both words shows none that has one of them.
    await list({ title: '污泥运输车', abstract: '封闭运输，沿途不滴漏，已列装十台。' })
    const challenge = await openChallenge(kernel)
    await worker.work()
    expect((await numbers('rival')).sort()).toEqual([challenge.number, both.number].sort())
  }, 60_000)

  it('where the engine does not answer, what was chosen is told all the same and what was typed later', async () => {
    await keep('/achievements?field=environment&tag=固废', 'digest', 'rival')
    await keep('/achievements?q=干化', 'digest', 'pilot')
    await keep('/search?q=干化', 'digest', 'partner')
    const { number } = await listedWith(kernel, 'solver', dryer)
    const { search } = worker.context
    const silent = { find: () => Promise.reject(new SearchUnavailable('unreachable', 'no engine')) }
    const parts = (await search.knowing(null))!
    worker.context.search = {
      ...search,
      knowing: async () => ({ ...parts, engine: silent as unknown as SearchEngine }),
    }
    await worker.workOnce()
    worker.context.search = search
    expect(await numbers('rival')).toEqual([number])
    expect(await numbers('pilot')).toEqual([])
    expect(await numbers('partner')).toEqual([])
    expect(await worker.waiting()).toContainEqual({ task: 'saved_searches', attempts: 1 })
    await kernel.db.execute(sql`update graphile_worker._private_jobs set run_at = now()`)
    await worker.work()
    expect(await numbers('rival')).toEqual([number])
    expect(await numbers('pilot')).toEqual([number])
    expect(await numbers('partner')).toEqual([number])
  }, 60_000)

  it('tells as its person wishes, and not of their own organisation', async () => {
    await keep('/achievements?q=干化', 'at_once', 'rival')
    await keep('/achievements?q=干化', 'digest', 'partner')
    await keep('/achievements?q=干化', 'none', 'pilot')
    await keep('/achievements?q=干化', 'at_once', 'solver')
    const { personId } = await kernel.as('institute')
    await kernel.db.insert(notificationPreference).values({ personId, kind: 'saved_search_found', mail: 'never' })
    await keep('/achievements?q=干化', 'at_once', 'institute')
    await list()
    expect((await told('rival')).map((each) => each.mail)).toEqual(['at_once'])
    expect((await told('partner')).map((each) => each.mail)).toEqual(['digest'])
    expect(await told('pilot')).toEqual([])
    expect(await told('solver')).toEqual([])
    expect((await told('institute')).map((each) => each.mail)).toEqual(['never'])
    expect(await kernel.db.select({ kind: mail.kind }).from(mail)).toEqual([{ kind: 'saved_search_found' }])
  }, 60_000)

  it('one that is set to tell begins at that moment, and no more than so many a day are told', async () => {
    const id = await keep('/achievements?q=干化', 'none')
    const early = await list({ title: '先到的干化装置' })
    await kernel.commands.run(changeSavedSearch, { id, name: '干化', alerts: 'digest' }, await by('rival'))
    await worker.work()
    await change(early.id, { title: '先到的干化装置，改过' })
    expect(await numbers('rival')).toEqual([])
    await putSetting(kernel, 'matching.alerts_per_day', 1)
    const first = await list({ title: '后到的干化装置甲' })
    await list({ title: '后到的干化装置乙' })
    expect(await numbers('rival')).toEqual([first.number])
    const hits = await kernel.db.select().from(savedSearchHit).where(eq(savedSearchHit.savedSearchId, id))
    expect(hits.map(({ toldAt }) => toldAt !== null).sort()).toEqual([false, true])
  }, 60_000)

  it('a job that comes after the withdrawal tells nothing', async () => {
    await keep('/achievements?q=干化')
    const { id } = await listedWith(kernel, 'solver', dryer)
    await kernel.commands.run(withdrawAchievement, { id }, await by('solver'))
    await worker.work()
    expect(await told('rival')).toEqual([])
    expect(await kernel.db.$count(savedSearchHit)).toBe(0)
  }, 60_000)
})

describe('keeping a search', () => {
  const kernel = castKernel()
  const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })
  const keep = async (path: string, name = '一个名字') =>
    kernel.commands.run(saveSearch, { path, name, alerts: 'none' }, await by('rival'))

  it('writes it as its list does: one search, one path', async () => {
    const first = await keep('/challenges?page=4&field=new_energy&state=open&nonsense=1&sort=newest')
    const again = await keep('/challenges?state=open&field=new_energy', '另一个名字')
    expect(again.id).toBe(first.id)
    const kept = await kernel.db.select().from(savedSearch)
    expect(kept.map(({ path, name }) => [path, name])).toEqual([
      ['/challenges?state=open&field=new_energy', '另一个名字'],
    ])
  })

  it.each([
    '/workspace',
    '//example.com/challenges',
    'https://example.com/challenges',
    '/challenges.csv',
    '/search/suggest',
  ])('refuses %s', async (path) => expect((await refusal(keep(path))).paths).toEqual(['path']))

  it('ends at the limit of the person, where an earlier one can still be saved again', async () => {
    await kernel.db.delete(savedSearch)
    await putSetting(kernel, 'matching.saved_searches_per_person', 2)
    await keep('/challenges')
    await keep('/achievements')
    expect((await refusal(keep('/capabilities'))).key).toBe('matching.refusal.too_many_saved')
    await keep('/achievements')
  })

  it("is nobody else's business: not to change, and not in the events", async () => {
    await kernel.db.delete(savedSearch)
    const { id } = await keep('/challenges?q=只有我们在找', '只有我们知道的名字')
    const changed = kernel.commands.run(changeSavedSearch, { id, name: '别人改的', alerts: 'none' }, await by('solver'))
    await expect(changed).rejects.toMatchObject({ code: 'not_found' })
    await expect(kernel.commands.run(removeSavedSearch, { id }, await by('solver'))).rejects.toMatchObject({
      code: 'not_found',
    })
    await kernel.commands.run(removeSavedSearch, { id }, await by('rival'))
    const events = await kernel.db
      .select()
      .from(event)
      .where(and(eq(event.subjectType, 'saved_search'), eq(event.subjectId, id)))
    expect(events.length).toBe(2)
    expect(JSON.stringify(events)).not.toMatch(/只有我们|%E5%8F%AA/)
  })

  it('every list that can be kept has a title and answers by its own query', () => {
    expect([...savedLists.keys()]).toEqual(['/challenges', '/achievements', '/capabilities', '/search'])
    for (const [path, { definition }] of savedLists) {
      expect(definition.savedAs).toBeTruthy()
      expect(savedPlace(path)?.path).toBe(path)
    }
  })
})
