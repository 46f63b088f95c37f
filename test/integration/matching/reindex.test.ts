import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { searchDocument } from '#db/schema'
import { documentId, type SearchDocument } from '#search/document'
import type { EngineHealth, SearchEngine } from '#search/engine'
import { castKernel, openChallenge } from '#test/integration/bid/world'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { indexDocument } from '~/jobs/index-document'
import { rebuildIndex, refillEmptyIndex, rewriteDocuments } from '~/jobs/reindex'
import { makeLog } from '~/services/logging/log.server'

const kernel = castKernel()

/** An engine that keeps what it is told; `during` happens while it is built anew, when writes still go to the old index. */
function notedEngine(during: () => Promise<void> = async () => {}) {
  let held = new Map<string, SearchDocument>()
  let available = true
  const engine = {
    name: 'meilisearch',
    async upsert(documents: readonly SearchDocument[]) {
      for (const document of documents) held.set(document.id, document)
    },
    async remove(ids: readonly string[]) {
      for (const id of ids) held.delete(id)
    },
    async rebuild(documents: AsyncIterable<SearchDocument>) {
      const next = new Map<string, SearchDocument>()
      for await (const document of documents) next.set(document.id, document)
      await during()
      held = next
      available = true
      return next.size
    },
    health: async () => ({ available, documents: held.size }) as EngineHealth,
  } as unknown as SearchEngine
  return { engine, ids: () => [...held.keys()].sort(), lose: () => ((held = new Map()), (available = false)) }
}

const worker = (engine: SearchEngine | null) => ({
  ...kernel,
  engine,
  sealKeyFile: '',
  log: makeLog('worker'),
})

let [first, second] = ['', '']
beforeAll(async () => {
  first = (await openChallenge(kernel)).id
  second = (await openChallenge(kernel, { title: '第二道榜题，求耐腐蚀涂层' })).id
})

describe('reindexing', () => {
  it('writes what is missing, repairs what is wrong, forgets what must not be found, and then changes nothing', async () => {
    expect(await rewriteDocuments(kernel.db)).toEqual({ read: 2, changed: 2 })
    const wrong = documentId('challenge', first)
    await kernel.db
      .update(searchDocument)
      .set({ document: sql`jsonb_set(${searchDocument.document}, '{title}', '"别的"')` })
      .where(eq(searchDocument.id, wrong))
    expect(await rewriteDocuments(kernel.db)).toEqual({ read: 2, changed: 1 })
    const [row] = await databaseDocumentStore(kernel.db).documents([wrong])
    expect(row?.title).toContain('全固态')
    expect(await rewriteDocuments(kernel.db)).toEqual({ read: 2, changed: 0 })
  })

  it('loses nothing that was indexed while the new index was being built', async () => {
    let late = ''
    const noted = notedEngine(async () => {
      late = (await openChallenge(kernel, { title: '建索引期间发布的榜题' })).id
      await indexDocument(worker(noted.engine), { kind: 'challenge', id: late })
    })
    await rewriteDocuments(kernel.db)
    expect(await rebuildIndex(kernel.db, noted.engine)).toBe(2)
    expect(noted.ids()).toEqual([first, second, late].map((id) => documentId('challenge', id)).sort())
  })
})

describe('a worker that starts', () => {
  it('fills an index that was lost, and leaves a filled one alone', async () => {
    const noted = notedEngine()
    noted.lose()
    expect(await refillEmptyIndex(kernel.db, noted.engine)).toBe(true)
    expect(noted.ids()).toHaveLength(3)
    expect(await refillEmptyIndex(kernel.db, noted.engine)).toBe(false)
  })
})
