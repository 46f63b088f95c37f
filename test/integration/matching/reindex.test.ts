import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { searchDocument } from '#db/schema'
import { documentId, type SearchDocument } from '#search/document'
import type { EngineHealth, SearchEngine } from '#search/engine'
import { castKernel, openChallenge } from '#test/integration/bid/world'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { indexDocument } from '~/jobs/index-document'
import { feedEngine, mendIndex } from '~/jobs/feed-engine'
import { rebuildIndex, rewriteDocuments } from '~/jobs/reindex'

const kernel = castKernel()

/** An engine that keeps what it is told; `during` happens while it is built anew, when writes still go to the old index. */
function notedEngine(during: () => Promise<void> = async () => {}) {
  let held = new Map<string, SearchDocument>()
  let available = true
  const told: string[] = []
  const engine = {
    name: 'meilisearch',
    index: `test-${Math.random()}`,
    async upsert(documents: readonly SearchDocument[]) {
      for (const document of documents) {
        told.push(`know ${document.id}`)
        held.set(document.id, document)
        available = true
      }
    },
    async remove(ids: readonly string[]) {
      for (const id of ids) {
        told.push(`forget ${id}`)
        held.delete(id)
      }
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
  return { engine, told, ids: () => [...held.keys()].sort(), lose: () => ((held = new Map()), (available = false)) }
}

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
      await indexDocument(kernel.db, { kind: 'challenge', id: late })
      await feedEngine(kernel.db, noted.engine)
    })
    await rewriteDocuments(kernel.db)
    expect(await rebuildIndex(kernel.db, noted.engine)).toBe(2)
    expect(noted.ids()).toEqual([first, second, late].map((id) => documentId('challenge', id)).sort())
  })
})

describe('an engine beside the database', () => {
  it('is filled from nothing, told of each change once, and told to forget', async () => {
    const noted = notedEngine()
    await feedEngine(kernel.db, noted.engine)
    expect(noted.ids()).toHaveLength(3)
    noted.told.length = 0
    await kernel.commands.run(withdraw, { id: second, reason: '暂时不需要了' }, { actor: await kernel.as('poser') })
    expect(await indexDocument(kernel.db, { kind: 'challenge', id: second })).toBe(true)
    expect(await indexDocument(kernel.db, { kind: 'challenge', id: second })).toBe(false)
    await feedEngine(kernel.db, noted.engine)
    expect(noted.told).toEqual([`forget ${documentId('challenge', second)}`])
    expect(noted.ids()).toHaveLength(2)
  })

  it('gets an index that was lost back, one that drifted anew, and a whole one is left alone', async () => {
    const noted = notedEngine()
    expect(await mendIndex(kernel.db, noted.engine)).toBe(false)
    expect(noted.ids()).toHaveLength(2)
    noted.lose()
    expect(await mendIndex(kernel.db, noted.engine)).toBe(false)
    expect(noted.ids()).toHaveLength(2)
    await noted.engine.remove([documentId('challenge', first)])
    expect(await mendIndex(kernel.db, noted.engine)).toBe(true)
    expect(noted.ids()).toContain(documentId('challenge', first))
    noted.told.length = 0
    expect(await mendIndex(kernel.db, noted.engine)).toBe(false)
    expect(noted.told).toEqual([])
  })
})
