import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DocumentStore, SearchDocument } from '#search/document'
import type { EngineName } from '#search/engine'
import { match } from '#search/matching/index'
import { MemoryDocumentStore } from '#search/stores/memory'
import { normalize } from '#search/terms/normalize'
import { words } from '#search/terms/segment'
import { openEngine, type BenchEngine } from './bench/engines'
import { measure, printAgainst, timed, type Figure } from './bench/measure'
import { lookForPlanted, readPlanted, type Planted, type PlantedFigures } from './bench/planted'
import { among, recombinedListings, recombinedQueries } from './bench/recombined'
import { databaseStore, memoryStore, type BenchStore } from './bench/stores'

const usage = `npm run bench -- [--listings N …] [--engine embedded|meilisearch …] [--store memory|database] [--queries N] [--data DIR]
10000 and 100000 listings, both engines, documents in memory and 60 queries unless told. --data keeps what was built in DIR, and uses it again.`

/** The length of a challenge as people write them. */
const challengeLength = 400

const benchTargets = [
  { name: '效率', comparator: '>=' as const, value: 90, unit: '%', must: true },
  { name: '寿命', comparator: '>=' as const, value: 10_000, unit: 'h', must: true },
  { name: '成本', comparator: '<=' as const, value: 300, unit: '元', must: false },
]

interface Arguments {
  sizes: number[]
  engines: EngineName[]
  store: 'memory' | 'database'
  queries: number
  /** Where everything is built; null: in a folder that is thrown away. */
  data: string | null
}

function readArguments(): Arguments {
  const several = { type: 'string', multiple: true } as const
  const { values } = parseArgs({
    options: {
      ...{ listings: several, engine: several, data: { type: 'string' } },
      ...{ store: { type: 'string', default: 'memory' }, queries: { type: 'string', default: '60' } },
    },
  })
  const sizes = (values.listings ?? ['10000', '100000']).map(Number)
  const engines = values.engine ?? ['meilisearch', 'embedded']
  const { store, data } = values
  const queries = Number(values.queries)
  const known = engines.every((name): name is EngineName => name === 'embedded' || name === 'meilisearch')
  if (!known || !sizes.every((size) => size > 0) || !(queries > 0) || (store !== 'memory' && store !== 'database'))
    throw new Error(usage)
  return { sizes, engines: engines as EngineName[], store, queries, data: data ?? null }
}

/** What is built once: the files of a store or an engine that are kept know that they are whole. */
async function once(folder: string, name: string, work: () => Promise<Figure>): Promise<Figure | null> {
  const mark = join(folder, `${name}.done`)
  if (existsSync(mark)) return null
  const figure = await work()
  writeFileSync(mark, `${JSON.stringify(figure)}\n`)
  return figure
}

/** The planted listings among few others, with the same engine: what size must not cost. */
async function smallSet(name: EngineName, planted: Planted): Promise<PlantedFigures | null> {
  const store = new MemoryDocumentStore()
  const documents = [...planted.documents, ...planted.distractors]
  for (const document of documents) store.put(document)
  return withFolder(null, async (folder) => {
    const opened = await openEngine(name, store, folder)
    if (!opened) return null
    try {
      await opened.index(documents)
      return await lookForPlanted(planted, opened.engine, store)
    } finally {
      await opened.close()
    }
  })
}

interface Under {
  size: number
  store: DocumentStore
  queries: readonly string[]
  planted: Planted | null
  scan: BenchStore['scan']
}

/** The in-process engine is held against doing without one: twelve words looked for in every text. */
function plainScan(scan: NonNullable<BenchStore['scan']>, { size, queries }: Under): Promise<Figure> {
  return measure('plain scan of all texts for 12 words', size, queries.slice(0, 20), (text) =>
    scan(words(normalize(text)).slice(0, 12)),
  )
}

async function benchEngine({ engine, memory, disk }: BenchEngine, built: Figure | null, under: Under): Promise<void> {
  const { size, store, scan, queries, planted } = under
  const of = (bench: string, once: (text: string) => Promise<unknown>) =>
    measure(`${engine.name}: ${bench}`, size, queries, once)
  const plain = await of('plain query of 12 characters', (text) =>
    engine.search({ q: text.slice(0, 12), filters: {}, sort: 'relevance', limit: 20, offset: 0 }),
  )
  const baseline = engine.name === 'embedded' && scan ? await plainScan(scan, under) : plain
  printAgainst(plain, baseline)
  const targets = (bench: string, given: typeof benchTargets) =>
    of(bench, (text) => match({ text, targets: given }, { engine, store }))
  printAgainst(await targets(`match ${challengeLength} characters and 3 targets`, benchTargets), baseline)
  const small = planted && (await smallSet(engine.name, planted))
  const found = planted && (await lookForPlanted(planted, engine, store))
  printAgainst(await targets(`match ${challengeLength} characters`, []), baseline, {
    ...{ engine: engine.name, listings: size, planted: planted?.documents.length ?? 0 },
    ...{ ...found, small_set_ndcg: small?.['ndcg@10'] },
    ...{ index_seconds: built ? built.p50_ms / 1000 : null, memory_mb: memory(), disk_mb: disk() },
  })
}

async function benchSize(size: number, how: Arguments, planted: Planted | null, folder: string): Promise<void> {
  const documents = (): Iterable<SearchDocument> => among(recombinedListings(size), size, planted?.documents ?? [])
  const kept: BenchStore = how.store === 'memory' ? memoryStore() : await databaseStore(folder)
  try {
    const fill = () =>
      timed(`${how.store}: extract and keep the terms of all listings`, size, () => kept.fill(documents()))
    const stored = how.store === 'memory' ? await fill() : await once(folder, 'store', fill)
    if (stored) printAgainst(stored, stored)
    const under = {
      size,
      store: kept.store,
      scan: kept.scan,
      planted,
      queries: recombinedQueries(how.queries, challengeLength),
    }
    for (const name of how.engines) {
      const opened = await openEngine(name, kept.store, folder)
      if (!opened) {
        process.stderr.write(`${name} is not installed here and not measured\n`)
        continue
      }
      try {
        const index = () => timed(`${name}: index all listings`, size, () => opened.index(documents()))
        const built = name === 'embedded' ? await index() : await once(folder, name, index)
        if (built) printAgainst(built, stored ?? built)
        await benchEngine(opened, built, under)
      } finally {
        await opened.close()
      }
    }
  } finally {
    await kept.close()
  }
}

/** A folder of its own that is removed afterwards, unless one is named. */
async function withFolder<T>(named: string | null, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = named ?? mkdtempSync(join(tmpdir(), 'bench-'))
  mkdirSync(folder, { recursive: true })
  try {
    return await work(folder)
  } finally {
    if (named === null) rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const how = readArguments()
  const planted = readPlanted()
  if (!planted) process.stderr.write('no targets set beside the repository: only speed is measured\n')
  for (const size of how.sizes)
    await withFolder(how.data && join(how.data, String(size)), (folder) => benchSize(size, how, planted, folder))
}

await main()
