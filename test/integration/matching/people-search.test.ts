import { beforeAll, describe, expect, it } from 'vitest'
import { EmbeddedEngine } from '#search/embedded'
import { SearchUnavailable, type SearchEngine } from '#search/engine'
import { castKernel } from '#test/integration/challenge/given'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { businessNow } from '~/domain/kernel/clock'
import { databaseDocumentStore, writeDocument } from '~/domain/matching/document-store.server'
import { keptNames } from '~/domain/matching/names.server'
import { searchPublic } from '~/domain/matching/people-search.server'
import { searchListDefinition } from '~/domain/matching/search-list'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import { suggestions } from '~/domain/matching/suggestions.server'
import { keptSynonyms } from '~/domain/matching/synonyms.server'
import { fieldNames } from '~/lists/field-names.server'
import { readListParams } from '~/lists/url'
import type { Search } from '~/services/search/search.server'

const kernel = castKernel()
const fields = fieldNames('zh-CN')
let search: Search
let now: Date
let organization = ''

beforeAll(async () => {
  const solver = { actor: await kernel.as('solver') }
  organization = solver.actor.organization!.name
  const listings = [
    {
      title: '氮化镓外延片',
      abstract: 'Gallium nitride 外延，缓解产气问题。',
      tags: ['第三代半导体'],
      field: 'new_materials',
    },
    { title: '污泥干化装置', abstract: '含水率降到三成，已在两座水厂运行。', field: 'environment' },
  ] as const
  for (const { ...input } of listings) {
    const { id } = await kernel.commands.run(
      createAchievement,
      { ...input, tags: [...('tags' in input ? input.tags : [])] },
      solver,
    )
    await kernel.commands.run(publishAchievement, { id }, solver)
    const document = await searchDocumentOf(kernel.db, 'achievement', id)
    await kernel.db.transaction((tx) => writeDocument(tx, document!.id, 'achievement', document))
  }
  const store = databaseDocumentStore(kernel.db)
  const engine = new EmbeddedEngine({ store, followEvery: 0 })
  await engine.refresh()
  search = { engine, store, synonyms: keptSynonyms(kernel.db), names: keptNames(kernel.db) }
  now = await businessNow(kernel.db)
})

const ask = async (query: string, with_: Search = search) => {
  const failures: unknown[] = []
  const params = readListParams(searchListDefinition, new URLSearchParams(query))
  const found = await searchPublic(kernel.db, with_, params, {
    fields,
    now,
    onFailure: (error) => failures.push(error),
  })
  return { found, failures }
}
const rows = (found: Awaited<ReturnType<typeof ask>>['found']) => (found.by === 'engine' ? found.rows : [])

describe('what may be meant', () => {
  const suggested = async (typed: string, kind: 'achievement' | 'challenge' | null = null) =>
    (await suggestions(search, typed, { fields, kind, now })).map((each) => [each.kind, each.label])

  it('organisations, fields, tags and titles, by text and by sound', async () => {
    expect(await suggested(organization.slice(0, 3))).toContainEqual(['organization', organization])
    expect(await suggested('第三代')).toEqual([['tag', '第三代半导体']])
    expect(await suggested('huanbao')).toEqual([])
    expect(await suggested('huanjing')).toEqual([['field', '环境保护与资源综合利用']])
    expect(await suggested('hjbh')).toEqual([['field', '环境保护与资源综合利用']])
    expect(await suggested('污泥')).toEqual([['achievement', '污泥干化装置']])
    expect(await suggested('污泥', 'challenge')).toEqual([])
    expect(await suggested('第三代', 'challenge')).toEqual([])
    expect(await suggested('')).toEqual([])
  })

  it('an engine that never answers leaves the names', async () => {
    const began = performance.now()
    const found = await suggestions({ ...search, engine: silent }, '环境', { fields, kind: null, now })
    expect(found.map(({ kind }) => kind)).toEqual(['field'])
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('what was typed and does not stand there', () => {
  it('a Latin word with one wrong letter is searched as the known one, and it is said', async () => {
    const { found } = await ask('q=Galium')
    expect(found.corrections).toEqual([{ from: 'Galium', to: 'gallium' }])
    expect(rows(found).map(({ title }) => title.text)).toEqual(['氮化镓外延片'])
  })

  it('words that stand nowhere are named where others found something', async () => {
    const { found } = await ask('q=氮化镓外延片 盾构')
    expect(rows(found)).toHaveLength(1)
    expect(found.help).toEqual({ dropped: ['盾构'], names: [], instead: [] })
  })

  it('nothing found: near names, and what says the same', async () => {
    const near = await ask('q=资源循环再生')
    expect(rows(near.found)).toEqual([])
    expect(near.found.help.names.map(({ label }) => label)).toEqual(['环境保护与资源综合利用'])
    const meant = await ask('q=鼓包')
    expect(rows(meant.found)).toEqual([])
    expect(meant.found.help).toEqual({ dropped: [], names: [], instead: ['产气'] })
  })

  it('a field is a choice, with counts as without it', async () => {
    const { found } = await ask('field=environment')
    expect(rows(found).map(({ title }) => title.text)).toEqual(['污泥干化装置'])
    expect(found.by === 'engine' && found.counts.field.map(({ value }) => value).sort()).toEqual([
      'environment',
      'new_materials',
    ])
  })
})

const silent = { search: () => new Promise<never>(() => {}) } as unknown as SearchEngine
const throwing = (error: Error) => ({ search: () => Promise.reject(error) }) as unknown as SearchEngine

describe('an engine that does not answer', () => {
  it.each([
    ['never answers', silent],
    ['says that it cannot', throwing(new SearchUnavailable('busy', 'too many'))],
    ['breaks', throwing(new TypeError('a bug'))],
  ])('%s: the database answers within a second and a half', async (_, engine) => {
    const began = performance.now()
    const { found, failures } = await ask('q=污泥&field=environment', { ...search, engine })
    expect(performance.now() - began).toBeLessThan(1_500)
    expect(failures).toHaveLength(1)
    const parts = found.by === 'database' ? found.parts : []
    expect(parts.flatMap((part) => part.rows.map(({ title }) => title.text))).toEqual(['污泥干化装置'])
    expect(parts.find(({ total }) => total > 0)?.all).toBe('/achievements?q=%E6%B1%A1%E6%B3%A5&field=environment')
  })
})
