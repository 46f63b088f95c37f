import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentStore, SearchDocument } from '#search/document'
import { EmbeddedEngine } from '#search/embedded'
import type { EngineName, SearchEngine } from '#search/engine'
import { startLocalMeilisearch } from '#search/local-server'
import { MeilisearchEngine } from '#search/meilisearch'

/** An engine under measurement, with what it takes. */
export interface BenchEngine {
  engine: SearchEngine
  /** Fills it; the documents are those of the store. */
  index(documents: Iterable<SearchDocument>): Promise<unknown>
  /** Megabytes of memory: of the server, or of this process with the documents that it holds. */
  memory(): number
  /** Megabytes of files; null where it has none. */
  disk(): number | null
  close(): Promise<void>
}

/** null where the engine is not installed here. */
export async function openEngine(name: EngineName, store: DocumentStore, folder: string): Promise<BenchEngine | null> {
  if (name === 'embedded') {
    const engine = new EmbeddedEngine({ store, followEvery: 0 })
    return {
      engine,
      index: () => engine.refresh(),
      memory: () => megabytes(process.memoryUsage().rss),
      disk: () => null,
      close: () => engine.close(),
    }
  }
  const server = await startLocalMeilisearch({
    dataDir: folder,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  if (!server) return null
  const { url, key } = server
  const engine = new MeilisearchEngine({ url, key, store, prefix: 'bench', timeout: 30_000 })
  return {
    engine,
    index: (documents) => engine.rebuild(oneByOne(documents), (done) => process.stderr.write(`\r${done} indexed`)),
    memory: () => residentMegabytes(server.pid),
    disk: () => megabytes(sizeOf(join(folder, 'meilisearch'))),
    close: () => server.stop(),
  }
}

async function* oneByOne<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6)

/** Linux only, as the server's package is. */
function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return megabytes(Number(line?.[1] ?? 0) * 1024)
}

/** Bytes that the files of a folder take on the disk: they may have holes. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0)
}
