import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { privilegePrefix } from '#db/server/privileges'
import { startLocalMeilisearch } from '#search/local-server'
import { MeilisearchEngine } from '#search/meilisearch'
import { rebuildIndex, rewriteDocuments } from '~/jobs/reindex'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { type Product, openProduct } from './product'
import { readOptions } from './start/options'
import { sentenceOf } from './start/refusal'

/** The server that the product uses: the named one, else that of the embedded default; null where the engine is in the process. */
async function meilisearchOf({ dataDir }: Product) {
  const { meilisearch } = readOptions(process.env, [])
  if (meilisearch) return { ...meilisearch, leave: async () => {} }
  const serving = existsSync(join(dataDir, 'meilisearch', 'server.json'))
  const local = await startLocalMeilisearch({ dataDir, log: () => {}, launcher: privilegePrefix })
  // One that ran before was only taken over for a while.
  return local && { url: local.url, key: local.key, leave: serving ? async () => {} : () => local.stop() }
}

/** Says how far it is, at most once a second. */
function progress(what: string) {
  let shown = Date.now()
  return (done: number) => {
    if (Date.now() - shown < 1_000) return
    shown = Date.now()
    console.log(`… ${what} ${done}`)
  }
}

async function reindex(product: Product): Promise<void> {
  const started = Date.now()
  const { read, changed } = await rewriteDocuments(product.db, progress('读取 · read'))
  console.log(`已核对 · checked ${read}，更新文档 · documents updated ${changed}`)
  const server = await meilisearchOf(product)
  if (!server) {
    console.log('内置引擎自行跟随文档表，无需重建 · the in-process engine follows the table by itself')
    return
  }
  try {
    const store = databaseDocumentStore(product.db)
    const engine = new MeilisearchEngine({ url: server.url, key: server.key, prefix: 'jiebang', store })
    const built = await rebuildIndex(product.db, engine, progress('建索引 · index'))
    console.log(`新索引已换上 · the new index serves now: ${built}，${((Date.now() - started) / 1000).toFixed(1)} s`)
  } finally {
    await server.leave()
  }
}

try {
  const product = await openProduct()
  try {
    await reindex(product)
  } finally {
    await product.close()
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
