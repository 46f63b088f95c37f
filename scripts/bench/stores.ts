import { once } from 'node:events'
import postgres from 'postgres'
import { connect } from '#db/client'
import { startPostgres } from '#db/embedded'
import { migrate } from '#db/migrate'
import type { DocumentStore, SearchDocument } from '#search/document'
import { MemoryDocumentStore } from '#search/stores/memory'
import { termKeys, termVector, vectorLengths, views, type View } from '#search/terms/index'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'

/** Where a benchmark keeps its documents. */
export interface BenchStore {
  store: DocumentStore
  fill(documents: Iterable<SearchDocument>): Promise<void>
  /** Looks through every text for each of the words, as one would without an index; null where they are not in this process. */
  scan: ((words: readonly string[]) => number) | null
  close(): Promise<void>
}

export function memoryStore(): BenchStore {
  const store = new MemoryDocumentStore()
  const texts: string[] = []
  return {
    store,
    async fill(documents) {
      for (const document of documents) {
        store.put(document)
        texts.push(document.text)
      }
    },
    scan: (words) => texts.filter((text) => words.some((word) => text.includes(word))).length,
    async close() {},
  }
}

/** The product's own tables in a PostgreSQL of our own, read by the product's own queries. Filled in bulk. */
export async function databaseStore(dataDir: string): Promise<BenchStore> {
  const server = await startPostgres({ dataDir, log: () => {}, settings: { synchronous_commit: 'off' } })
  await migrate(server.ownerUrl)
  const connection = connect(server.appUrl, { name: 'bench' })
  return {
    store: databaseDocumentStore(connection.db),
    scan: null,
    fill: (documents) => fill(server.ownerUrl, documents),
    async close() {
      await connection.close()
      await server.stop()
    },
  }
}

async function fill(url: string, documents: Iterable<SearchDocument>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`truncate search_document, term_frequency, search_total`
    const frequencies = new Map<string, number>()
    const lengths: Record<View, number> = { words: 0, grams: 0, chars: 0 }
    let sequence = 0
    const rows = function* () {
      for (const document of documents) {
        const terms = termVector(document)
        for (const key of termKeys(terms)) frequencies.set(key, (frequencies.get(key) ?? 0) + 1)
        for (const view of views) lengths[view] += vectorLengths(terms)[view]
        sequence += 1
        yield [document.id, document.kind, sequence, JSON.stringify(document), JSON.stringify(terms), '2026-11-24']
      }
    }
    const columns = sql`id, kind, sequence, document, terms, indexed_at`
    await copy(await sql`copy search_document (${columns}) from stdin`.writable(), rows())
    await copy(await sql`copy term_frequency (key, documents) from stdin`.writable(), frequencies)
    await sql`insert into search_total (id, documents, lengths) values (1, ${sequence}, ${sql.json(lengths)})`
    await sql`select setval('search_sequence', ${sequence})`
    await sql`vacuum analyze search_document`
    await sql`vacuum analyze term_frequency`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Rows in the text form of COPY. */
async function copy(into: NodeJS.WritableStream, rows: Iterable<readonly (string | number)[]>): Promise<void> {
  for (const row of rows) {
    const line = row.map((value) => String(value).replace(/[\\\t\n\r]/g, escaped)).join('\t')
    if (!into.write(`${line}\n`)) await once(into, 'drain')
  }
  into.end()
  await once(into, 'finish')
}

const escaped = (character: string) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character] ?? character
