import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchDocument } from '../document'
import { EmbeddedEngine } from '../embedded'
import type { SearchFilters } from '../engine'
import { passes } from '../filters'
import { coatingChallenge, listing, listings } from '../fixtures/listings'
import { startLocalMeilisearch, type LocalMeilisearch } from '../local-server'
import { match, queryOf } from '../matching/index'
import { MeilisearchEngine } from '../meilisearch'
import { MemoryDocumentStore } from '../stores/memory'

const folder = mkdtempSync(join(tmpdir(), 'meilisearch-test-'))
const server: LocalMeilisearch | null = await startLocalMeilisearch({ dataDir: folder, log: () => undefined })
if (!server)
  console.warn('SKIPPED: the optional Meilisearch package is not installed here; the real server is not tested')

const store = new MemoryDocumentStore()
const documents: SearchDocument[] = [...listings, coatingChallenge]
for (const document of documents) store.put(document)

describe.skipIf(!server)('the real server', { timeout: 60_000 }, () => {
  let engine: MeilisearchEngine
  beforeAll(async () => {
    engine = new MeilisearchEngine({ url: server!.url, key: server!.key, prefix: 'test', store, timeout: 10_000 })
    await engine.rebuild(store.all())
  }, 60_000)
  afterAll(async () => {
    await engine.destroy()
    await server!.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const find = async (q: string, filters: SearchFilters = {}) => {
    const { hits } = await engine.search({ q, filters, sort: 'relevance', limit: 10, offset: 0 })
    return hits.map(({ document }) => document.id)
  }

  it('finds by Chinese words, formulas, ratings, traditional characters and number', async () => {
    expect((await find('极片检测', { kinds: ['achievement'] })).sort()).toEqual([
      'achievement-coating',
      'achievement-coating-slow',
    ])
    expect(await find('GaN')).toEqual(['capability-gan'])
    expect(await find('10kV')).toEqual(['capability-gan'])
    expect(await find('諧波減速器')).toEqual(['achievement-reducer'])
    expect(await find('BD-2026-000001')).toEqual([])
  })

  it('counts, sorts and pages', async () => {
    const filters: SearchFilters = { kinds: ['achievement', 'capability'] }
    const asked = { q: '', filters, sort: 'newest' as const, limit: 2, offset: 1, facets: ['kind' as const] }
    const found = await engine.search(asked)
    expect(found.hits.map(({ document }) => document.id)).toEqual(['achievement-coating-slow', 'capability-gan'])
    expect(found.facets.kind).toEqual({ achievement: 3, capability: 1 })
    expect(found.total).toBe(4)
  })

  it.each<SearchFilters>([
    { kinds: ['capability'] },
    { fields: ['电子信息', '新能源与高效节能'] },
    { tags: ['第三代半导体'] },
    { transferModes: ['licence'] },
    { regions: ['330108'] },
    { trlFrom: 7 },
    { trlFrom: 2, trlTo: 6 },
    { openAfter: 5_000 },
    { exceptIds: ['achievement-reducer'] },
    { fields: ['" OR kind = "challenge'] },
  ])('filters as the rule says: %j', async (filters) => {
    const { hits } = await engine.search({ q: '', filters, sort: 'newest', limit: 50, offset: 0 })
    const expected = documents.filter((document) => passes(document, filters)).map(({ id }) => id)
    expect(hits.map(({ document }) => document.id).sort()).toEqual(expected.sort())
  })

  it('gives the same matches, scores and verdicts as the in-process engine', async () => {
    const embedded = new EmbeddedEngine({ store, followEvery: 0 })
    await embedded.refresh()
    const { query } = queryOf(coatingChallenge)
    const here = await match(query, { engine: embedded, store })
    const there = await match(query, { engine, store })
    expect(there).toEqual(here)
    expect(there[0]!.id).toBe('achievement-coating')
  })

  it('follows writes and deletions; doing so twice changes nothing', async () => {
    const added = listing('late', { title: '石墨烯导热膜' })
    store.put(added)
    await engine.upsert([added])
    await engine.upsert([added])
    expect(await find('石墨烯')).toEqual(['achievement-late'])
    await engine.remove(['achievement-late', 'achievement-unknown'])
    expect(await find('石墨烯')).toEqual([])
    store.delete('achievement-late')
  })

  it('tells its health', async () => {
    expect(await engine.health()).toMatchObject({ available: true, version: '1.21.0', documents: 5 })
  })
})
