import { http, HttpResponse, delay } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SearchUnavailable } from '../engine'
import { listing, listings } from '../fixtures/listings'
import { MeilisearchEngine } from '../meilisearch'
import { MemoryDocumentStore } from '../stores/memory'
import { indexedDocument } from './document'
import { MeilisearchRefusal } from './http'
import { filterExpressions, plainQuery, termQuery } from './query'
import { indexSettings } from './settings'

const url = 'http://127.0.0.1:7799'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const store = new MemoryDocumentStore()
for (const document of listings) store.put(document)
const engine = new MeilisearchEngine({ url, key: 'secret', prefix: 'test', store, timeout: 150 })

const word = (term: string) => ({ term, view: 'words' as const, weight: 1, occurrences: 1, holders: 2 })
const candidates = () => engine.candidates({ terms: ['极片', '检测'].map(word), documents: 4, filters: {}, limit: 10 })
const search = () => engine.search({ q: '极片', filters: {}, sort: 'relevance', limit: 10, offset: 0 })

/** The reason for which the engine says it cannot answer. */
async function unavailable(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SearchUnavailable)
  return (error as SearchUnavailable).reason
}

function answerMulti(resolver: Parameters<typeof http.post>[1]) {
  server.use(http.post(`${url}/multi-search`, resolver))
}

describe('a server that fails', () => {
  it('by silence', async () => {
    answerMulti(async () => {
      await delay(1000)
      return HttpResponse.json({ results: [] })
    })
    expect(await unavailable(candidates())).toBe('timeout')
  })

  it.each([429, 503])('by being busy (%i)', async (status) => {
    const body = { message: 'Too many', code: 'too_many_search_requests', type: 'system', link: '' }
    answerMulti(() => HttpResponse.json(body, { status, headers: { 'retry-after': '10' } }))
    expect(await unavailable(candidates())).toBe('busy')
  })

  it('by refusing the key', async () => {
    answerMulti(() => HttpResponse.json({ message: 'no', code: 'invalid_api_key' }, { status: 403 }))
    expect(await unavailable(candidates())).toBe('refused')
  })

  it('by not being there', async () => {
    answerMulti(() => HttpResponse.error())
    expect(await unavailable(candidates())).toBe('unreachable')
  })

  it('by an index that is not built', async () => {
    answerMulti(() => HttpResponse.json({ message: 'Index not found', code: 'index_not_found' }, { status: 400 }))
    expect(await unavailable(candidates())).toBe('refused')
  })

  it('shows as unavailable in its health', async () => {
    server.use(http.get(`${url}/version`, () => new HttpResponse(null, { status: 500 })))
    expect(await engine.health()).toMatchObject({ available: false, documents: 0 })
  })
})

describe('an answer that is not what was asked', () => {
  it.each([
    ['half a text', '{"results":[{"hits":[{"id"'],
    ['fewer answers than queries', JSON.stringify({ results: [{ hits: [] }] })],
    ['another shape', JSON.stringify({ results: [{ hits: [{ id: 7 }] }, { hits: [] }] })],
    ['a page', '<html></html>'],
  ])('%s', async (_, body) => {
    answerMulti(() => new HttpResponse(body, { headers: { 'content-type': 'application/json' } }))
    expect(await unavailable(candidates())).toBe('bad_answer')
  })

  it('a redirect is not followed', async () => {
    answerMulti(() => new HttpResponse(null, { status: 302, headers: { location: 'http://127.0.0.1:7798/' } }))
    expect(await unavailable(candidates())).toBe('unreachable')
  })

  it('ids that cannot be ours are dropped, and so are documents that the store lacks', async () => {
    const hits = ['achievement-coating', '../etc', 'achievement-gone'].map((id) => ({ id, title: '<script>' }))
    answerMulti(() => HttpResponse.json({ results: [{ hits }, { hits: [] }] }))
    expect(await candidates()).toEqual(['achievement-coating', 'achievement-gone'])
    server.use(http.post(`${url}/indexes/:uid/search`, () => HttpResponse.json({ hits, estimatedTotalHits: 3 })))
    const found = await search()
    expect(found.hits.map(({ document }) => document.title)).toEqual(['锂电池极片高速涂布在线检测系统'])
  })
})

describe('writes', () => {
  const enqueued = () => HttpResponse.json({ taskUid: 5, status: 'enqueued' }, { status: 202 })
  const index = () => HttpResponse.json({ uid: engine.index })

  it('wait for the task, and tell when it failed', async () => {
    let polls = 0
    server.use(
      http.get(`${url}/indexes/:uid`, index),
      http.post(`${url}/indexes/:uid/documents`, enqueued),
      http.get(`${url}/tasks/5`, () => {
        polls += 1
        const error = { message: 'bad id', code: 'invalid_document_id' }
        return HttpResponse.json(polls < 3 ? { status: 'processing' } : { status: 'failed', error })
      }),
    )
    await expect(engine.upsert(listings)).rejects.toThrow(MeilisearchRefusal)
    expect(polls).toBe(3)
  })

  it('send the key in the header alone', async () => {
    let seen: string | null = null
    answerMulti(({ request }) => {
      seen = request.headers.get('authorization')
      // Compressed, an answer takes 40 ms longer.
      expect(request.headers.get('accept-encoding')).toBe('identity')
      expect(request.url).not.toContain('secret')
      return HttpResponse.json({ results: [{ hits: [] }, { hits: [] }] })
    })
    await candidates()
    expect(seen).toBe('Bearer secret')
  })
})

describe('queries', () => {
  it('hold no operators', () => {
    expect(plainQuery('"碳化硅" -40 ＂外延＂ －20 ℃')).toBe('碳化硅 40 外延 20 °c')
    expect(plainQuery('厚度<3μm|纯度＞99')).toBe('厚度 3μm 纯度 99')
    expect(termQuery('碳化硅')).toBe('"碳化硅"')
    expect(termQuery('5G')).toBe('5g')
    expect(termQuery('""')).toBe('')
  })

  it('quote what people choose', () => {
    expect(filterExpressions({ fields: ['a" OR kind = "challenge', 'b\\'] })).toEqual([
      'field IN ["a\\" OR kind = \\"challenge", "b\\\\"]',
    ])
    expect(() => filterExpressions({ trlFrom: Number.NaN })).toThrow(RangeError)
  })

  it('cost the server no automaton of separators: the signs are spaces in what is written, too', () => {
    expect(indexSettings('1.21.0')).not.toHaveProperty('separatorTokens')
    expect(indexedDocument(listing('signs', { title: '厚度<3μm', text: '纯度=99' }))).toMatchObject({
      ...{ title: '厚度 3μm', text: '纯度 99' },
    })
  })

  it('are ranked by the rules that the version knows', () => {
    expect(indexSettings('1.21.0').rankingRules).toContain('attribute')
    expect(indexSettings('1.36.0').rankingRules).toContain('attributeRank')
    expect(indexSettings('1.50.0').rankingRules).not.toContain('attribute')
  })
})
