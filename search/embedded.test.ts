import { beforeEach, describe, expect, it } from 'vitest'
import { EmbeddedEngine } from './embedded'
import { listing, listings } from './fixtures/listings'
import { MemoryDocumentStore } from './stores/memory'

let store: MemoryDocumentStore
let engine: EmbeddedEngine

beforeEach(async () => {
  store = new MemoryDocumentStore()
  for (const document of listings) store.put(document)
  engine = new EmbeddedEngine({ store, followEvery: 0 })
  await engine.refresh()
})

const ask = (q: string, more = {}) =>
  engine.search({ q, filters: {}, sort: 'relevance', limit: 10, offset: 0, ...more })
const ids = (result: { hits: { document: { id: string } }[] }) => result.hits.map(({ document }) => document.id)

describe('the in-process engine', () => {
  it('finds by Chinese words, formulas and ratings, and marks them', async () => {
    expect(ids(await ask('极片检测')).sort()).toEqual(['achievement-coating', 'achievement-coating-slow'])
    const { hits } = await ask('gan')
    expect(hits[0]!.title.marks).toEqual([[0, 3]])
    expect(ids(await ask('10kV'))).toEqual(['capability-gan'])
    expect(ids(await ask('5g'))).toEqual(['capability-gan'])
  })

  it('finds by number alone when a number is asked', async () => {
    store.put(listing('numbered', { title: '极片', number: 'CG-2026-000123' }))
    store.put(listing('other', { title: '极片', number: 'CG-2026-000124' }))
    await engine.refresh()
    expect(ids(await ask(' cg-2026-000123 '))).toEqual(['achievement-numbered'])
  })

  it('takes words no more loosely because few documents bear the numbers it is narrowed to', async () => {
    store.put(listing('both', { title: '石墨烯散热膜', number: 'CG-2026-000001' }))
    store.put(listing('one', { title: '石墨烯', number: 'CG-2026-000002' }))
    await engine.refresh()
    const q = '石墨烯散热膜'
    expect(ids(await ask(q))).toEqual(['achievement-both'])
    expect(ids(await ask(q, { filters: { numbers: ['CG-2026-000001'] } }))).toEqual(['achievement-both'])
    expect(ids(await ask(q, { filters: { numbers: ['CG-2026-000002'] } }))).toEqual([])
    store.delete('achievement-both')
    await engine.refresh()
    expect(ids(await ask(q))).toEqual(['achievement-one'])
    expect(ids(await ask(q, { filters: { numbers: ['CG-2026-000002'] } }))).toEqual(['achievement-one'])
  })

  it('finds by organisation, and in traditional characters', async () => {
    expect(ids(await ask('滨江中试平台'))).toEqual(['capability-gan'])
    expect(ids(await ask('諧波減速器'))).toEqual(['achievement-reducer'])
  })

  it('gives everything for an empty query, in the order asked', async () => {
    const all = await ask('', { sort: 'newest', facets: ['kind', 'field'] })
    expect(ids(all)).toEqual(listings.map(({ id }) => id))
    expect(all.facets.kind).toEqual({ achievement: 3, capability: 1 })
    expect(all.facets.field?.['新能源与高效节能']).toBe(2)
    expect(ids(await ask('', { sort: 'closing_soon', limit: 1 }))).toEqual(['achievement-coating-slow'])
    expect(ids(await ask('', { sort: 'newest', limit: 2, offset: 2 }))).toEqual(ids(all).slice(2))
  })

  it('never gives what fails a filter', async () => {
    expect(ids(await ask('极片检测', { filters: { openAfter: 5_000 } }))).toEqual(['achievement-coating'])
    expect(ids(await ask('极片检测', { filters: { trlTo: 6 } }))).toEqual(['achievement-coating-slow'])
    const terms = [{ term: '检测', view: 'grams' as const, weight: 1, occurrences: 1, holders: 2 }]
    const asked = { terms, documents: 4, limit: 10 }
    expect((await engine.candidates({ ...asked, filters: {} })).length).toBe(2)
    expect(await engine.candidates({ ...asked, filters: { kinds: ['challenge'] } })).toEqual([])
  })

  it('follows changes and deletions of the store', async () => {
    store.delete('achievement-coating')
    store.put(listing('reducer', { title: '柔轮', text: '石墨烯' }))
    await engine.refresh()
    expect(ids(await ask('极片检测'))).toEqual(['achievement-coating-slow'])
    expect(ids(await ask('石墨烯'))).toEqual(['achievement-reducer'])
    expect(ids(await ask('谐波减速器'))).toEqual([])
    expect((await engine.health()).documents).toBe(3)
  })

  it('answers the same after thousands of changes', async () => {
    for (let round = 0; round < 2500; round++) store.put(listing('reducer', { title: `柔轮${round}` }))
    await engine.refresh()
    for (let each = 0; each < 1500; each++) {
      store.put(listing('passing', { title: '石墨烯' }))
      await engine.refresh()
    }
    store.delete('achievement-passing')
    await engine.refresh()
    expect(ids(await ask('极片检测')).sort()).toEqual(['achievement-coating', 'achievement-coating-slow'])
    expect(ids(await ask('石墨烯'))).toEqual([])
  })

  it('rebuilds from the store', async () => {
    expect(await engine.rebuild(store.all())).toBe(4)
    expect(ids(await ask('gan'))).toEqual(['capability-gan'])
  })
})

describe('the document store in memory', () => {
  it('counts documents that hold a term, and forgets deleted ones', async () => {
    expect((await store.statistics(['w:极片'])).frequencies.get('w:极片')).toBe(2)
    store.delete('achievement-coating')
    const { frequencies, documents } = await store.statistics(['w:极片', 'w:无人'])
    expect([...frequencies]).toEqual([['w:极片', 1]])
    expect(documents).toBe(3)
  })

  it('gives each document once, at its last change', async () => {
    store.put(listings[0]!)
    store.delete('capability-gan')
    const changes = await store.changesSince(0, 100)
    expect(changes.map(({ id }) => id)).toEqual([
      'achievement-coating-slow',
      'achievement-reducer',
      'achievement-coating',
      'capability-gan',
    ])
    expect(changes.at(-1)!.document).toBeNull()
    expect(await store.changesSince(changes.at(-1)!.sequence, 100)).toEqual([])
  })
})
