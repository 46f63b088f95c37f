import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EmbeddedEngine } from '#search/embedded'
import type { SearchEngine } from '#search/engine'
import { startLocalMeilisearch } from '#search/local-server'
import { match } from '#search/matching/index'
import { MeilisearchEngine } from '#search/meilisearch'
import { MemoryDocumentStore } from '#search/stores/memory'
import { measure, printAgainst, type Figure } from './bench/measure'
import { recombinedListings, recombinedQueries } from './bench/recombined'

const usage = 'npm run bench -- [--listings N] [--queries N]   (10000 listings and 60 queries unless told)'
/** The length of a challenge as people write them. */
const challengeLength = 400

/** A write to the store is the least that indexing costs: the ratio says what an engine adds. */
async function timed(bench: string, size: number, work: () => Promise<unknown> | void): Promise<Figure> {
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  return { bench, size, p50_ms: ms, p95_ms: ms, runs: 1 }
}

async function benchEngine(
  engine: SearchEngine,
  store: MemoryDocumentStore,
  size: number,
  queries: readonly string[],
  plain: Figure | null,
): Promise<Figure> {
  const search = await measure(`${engine.name}: plain query of 12 characters`, size, queries, (q) =>
    engine.search({ q: q.slice(0, 12), filters: {}, sort: 'relevance', limit: 20, offset: 0 }),
  )
  const baseline = plain ?? search
  printAgainst(search, baseline)
  printAgainst(
    await measure(`${engine.name}: match ${challengeLength} characters`, size, queries, (text) =>
      match({ text, targets: [] }, { engine, store }),
    ),
    baseline,
  )
  printAgainst(
    await measure(`${engine.name}: match ${challengeLength} characters and 3 targets`, size, queries, (text) =>
      match({ text, targets: benchTargets }, { engine, store }),
    ),
    baseline,
  )
  return search
}

const benchTargets = [
  { name: '效率', comparator: '>=' as const, value: 90, unit: '%', must: true },
  { name: '寿命', comparator: '>=' as const, value: 10_000, unit: 'h', must: true },
  { name: '成本', comparator: '<=' as const, value: 300, unit: '元', must: false },
]

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { listings: { type: 'string' }, queries: { type: 'string' } } })
  const size = Number(values.listings ?? 10_000)
  const count = Number(values.queries ?? 60)
  if (!(size > 0) || !(count > 0)) throw new Error(usage)
  const documents = recombinedListings(size)
  const queries = recombinedQueries(count, challengeLength)
  const store = new MemoryDocumentStore()
  const stored = await timed('store: extract terms of all listings', size, () => {
    for (const document of documents) store.put(document)
  })
  printAgainst(stored, stored)

  const embedded = new EmbeddedEngine({ store, followEvery: 0 })
  printAgainst(await timed('embedded: index all listings', size, () => embedded.refresh()), stored)

  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const server = await startLocalMeilisearch({ dataDir: folder, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    let plain: Figure | null = null
    if (server) {
      const engine = new MeilisearchEngine({
        url: server.url,
        key: server.key,
        store,
        prefix: 'bench',
        timeout: 30_000,
      })
      printAgainst(await timed('meilisearch: index all listings', size, () => engine.rebuild(store.all())), stored)
      plain = await benchEngine(engine, store, size, queries, null)
    } else {
      process.stderr.write('Meilisearch is not installed here: only the in-process engine is measured\n')
    }
    await benchEngine(embedded, store, size, queries, plain)
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
