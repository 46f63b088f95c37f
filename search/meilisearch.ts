import { z } from 'zod'
import { isDocumentId, type DocumentStore, type SearchDocument } from './document'
import type {
  CandidateRequest,
  CandidateTerm,
  EngineHealth,
  FacetName,
  SearchEngine,
  SearchFilters,
  SearchRequest,
  SearchResult,
} from './engine'
import { SearchUnavailable } from './engine'
import { byNumber } from './filters'
import { headingSnippet, textSnippet } from './hit'
import { clauses, idsPerClause, leftOver, type Clause } from './meilisearch/clauses'
import { indexedDocument } from './meilisearch/document'
import { MeilisearchRefusal, MeilisearchServer, type ServerOptions } from './meilisearch/http'
import { filterExpressions, plainQuery, sortExpressions, termQuery } from './meilisearch/query'
import { indexSettings, settingsVersion } from './meilisearch/settings'
import { normalize } from './terms/normalize'
import { words } from './terms/segment'

export interface MeilisearchOptions extends ServerOptions {
  /** Where documents are read from; the index only finds their ids. */
  store: DocumentStore
  /** Begins every index name: `jiebang` → `jiebang-documents-v1`. ASCII letters, digits, - and _. */
  prefix: string
}

/** The server answers the queries of one call one after the other, and calls side by side. */
const callsAtOnce = 2
/** So few clauses are one call's work. */
const fewClauses = 8
/** Where the clauses bring too few ids, because an index is small or filters are narrow, further terms are asked so many at a time. */
const furtherTerms = 40
const furtherRounds = 3
const writeBatch = 1000
/** A rebuild sends large payloads, which the server takes in much faster; it refuses those over 100 MB. */
const rebuildBatch = { documents: 20_000, characters: 10_000_000 }
const longTask = 30 * 60_000

const hits = z.object({ hits: z.array(z.object({ id: z.string().max(200) })) })
const multiAnswer = z.object({ results: z.array(hits) })
const searchAnswer = hits.extend({
  estimatedTotalHits: z.number().int().nonnegative(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number().int().nonnegative())).nullish(),
})
const versionAnswer = z.object({ pkgVersion: z.string().regex(/^\d+\.\d+\.\d+/).max(100) }) // prettier-ignore
const statsAnswer = z.object({ numberOfDocuments: z.number().int().nonnegative() })

/** Search through a Meilisearch server, 1.21 and newer. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly index: string
  #server: MeilisearchServer
  #store: DocumentStore
  #version: string | undefined

  constructor({ store, prefix, ...server }: MeilisearchOptions) {
    if (!/^[A-Za-z0-9_-]{1,100}$/.test(prefix)) throw new RangeError(`not an index prefix: ${prefix}`)
    this.index = `${prefix}-documents-v${settingsVersion}`
    this.#server = new MeilisearchServer(server)
    this.#store = store
  }

  /** Creates the index where it is missing. @returns whether it was: then it wants a rebuild. */
  async prepare(): Promise<boolean> {
    if (await this.#exists(this.index)) return false
    await this.#create(this.index)
    return true
  }

  /** Many short queries; the server ranks nothing here. A document is worth the terms that it is known to hold by then. */
  async candidates({ terms, documents, filters, limit }: CandidateRequest): Promise<string[]> {
    const filter = filterExpressions(filters)
    const held = new Map<string, Set<CandidateTerm>>()
    const asked = clauses(terms, documents)
    await this.#collect(asked, filter, held)
    const further = leftOver(terms, asked)
    for (let round = 0; round < furtherRounds && held.size < limit / 2 && further.length > 0; round++)
      await this.#collect(further.splice(0, furtherTerms), filter, held)
    return [...held]
      .map(([id, known]) => ({ id, worth: [...known].reduce((sum, term) => sum + worthOf(term), 0) }))
      .sort((x, y) => y.worth - x.worth || (x.id < y.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id)
  }

  async #collect(asked: readonly Clause[], filter: string[], held: Map<string, Set<CandidateTerm>>): Promise<void> {
    const queries = asked.flatMap((clause) => {
      const parts = clause.map(({ term }) => termQuery(term))
      return parts.includes('') ? [] : [{ clause, q: parts.join(' ') }]
    })
    const calls = queries.length > fewClauses ? callsAtOnce : 1
    const shares = Array.from({ length: calls }, (_, call) => queries.filter((_, at) => at % calls === call))
    await Promise.all(
      shares.map(async (share) => {
        if (share.length === 0) return
        const { results } = await this.#search('multi-search', multiAnswer, {
          queries: share.map(({ q }) => ({
            ...{ indexUid: this.index, q, filter, limit: idsPerClause },
            ...{ matchingStrategy: 'all', attributesToRetrieve: ['id'] },
          })),
        })
        if (results.length !== share.length) throw new SearchUnavailable('bad_answer', 'not one answer per query')
        for (const [at, result] of results.entries()) {
          for (const id of uniqueIds(result.hits)) {
            const known = held.get(id) ?? new Set()
            for (const term of share[at]!.clause) known.add(term)
            held.set(id, known)
          }
        }
      }),
    )
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const { ids, answer } = await this.#find(request, request.facets ?? [])
    const documents = new Map((await this.#store.documents(ids)).map((document) => [document.id, document]))
    const queryWords = words(normalize(byNumber(request).q))
    return {
      hits: ids.flatMap((id) => {
        const document = documents.get(id)
        if (!document) return []
        return [{ document, title: headingSnippet(document, queryWords), snippet: textSnippet(document, queryWords) }]
      }),
      total: answer.estimatedTotalHits,
      totalIsExact: false,
      facets: Object.fromEntries(
        (request.facets ?? []).map((facet): [FacetName, Record<string, number>] => [
          facet,
          answer.facetDistribution?.[facet] ?? {},
        ]),
      ),
    }
  }

  async find(request: SearchRequest) {
    const { ids, answer } = await this.#find(request, [])
    return { ids, total: answer.estimatedTotalHits, totalIsExact: false }
  }

  async #find(asked: SearchRequest, facets: readonly FacetName[]) {
    const request = byNumber(asked)
    const q = plainQuery(request.q)
    const body = {
      ...{ q, filter: filterExpressions(request.filters), sort: sortExpressions(request.sort) },
      ...{ limit: request.limit, offset: request.offset, facets, attributesToRetrieve: ['id'] },
    }
    const path = `indexes/${this.index}/search`
    let answer = await this.#search(path, searchAnswer, { ...body, matchingStrategy: 'all' })
    if (
      answer.estimatedTotalHits === 0 &&
      q !== '' &&
      !(await this.#foundWithoutNumbers(path, body, request.filters))
    ) {
      answer = await this.#search(path, searchAnswer, { ...body, matchingStrategy: 'frequency' })
    }
    return { ids: uniqueIds(answer.hits).slice(0, request.limit), answer }
  }

  /** Whether a search that is narrowed to numbers finds something without them: then its words are not taken more loosely. */
  async #foundWithoutNumbers(path: string, body: object, { numbers, ...filters }: SearchFilters): Promise<boolean> {
    if (!numbers?.length) return false
    const asked = { ...body, filter: filterExpressions(filters), limit: 1, offset: 0, facets: [] }
    const { estimatedTotalHits } = await this.#search(path, searchAnswer, { ...asked, matchingStrategy: 'all' })
    return estimatedTotalHits > 0
  }

  async upsert(documents: readonly SearchDocument[]): Promise<void> {
    await this.prepare()
    await this.#write(this.index, documents, writeBatch)
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0 || (await this.prepare())) return
    for (let at = 0; at < ids.length; at += writeBatch) {
      const batch = ids.slice(at, at + writeBatch)
      await this.#server.write('POST', `indexes/${this.index}/documents/delete-batch`, batch)
    }
  }

  async rebuild(documents: AsyncIterable<SearchDocument>, onProgress?: (done: number) => void): Promise<number> {
    const next = `${this.index}-next`
    await this.#drop(next)
    await this.#create(next)
    let done = 0
    let batch: SearchDocument[] = []
    let characters = 0
    const flush = async () => {
      await this.#write(next, batch, rebuildBatch.documents)
      done += batch.length
      batch = []
      characters = 0
      onProgress?.(done)
    }
    for await (const document of documents) {
      batch.push(document)
      characters += document.title.length + document.text.length
      if (batch.length === rebuildBatch.documents || characters > rebuildBatch.characters) await flush()
    }
    await flush()
    await this.prepare()
    await this.#server.write('POST', 'swap-indexes', [{ indexes: [this.index, next] }])
    await this.#drop(next)
    return done
  }

  async health(): Promise<EngineHealth> {
    const health = { engine: this.name, version: this.#version ?? null, sequence: null } as const
    try {
      const version = await this.version()
      const { numberOfDocuments } = await this.#server.ask('GET', `indexes/${this.index}/stats`, statsAnswer)
      return { ...health, version, available: true, documents: numberOfDocuments }
    } catch (error) {
      if (error instanceof SearchUnavailable || error instanceof MeilisearchRefusal) {
        return { ...health, available: false, documents: 0 }
      }
      throw error
    }
  }

  async version(): Promise<string> {
    this.#version ??= (await this.#server.ask('GET', 'version', versionAnswer)).pkgVersion
    return this.#version
  }

  /** Deletes the index and what a broken rebuild left: for evaluations and tests. */
  async destroy(): Promise<void> {
    await this.#drop(`${this.index}-next`)
    await this.#drop(this.index)
  }

  async close(): Promise<void> {}

  async #search<T>(path: string, answer: z.ZodType<T>, body: unknown): Promise<T> {
    try {
      return await this.#server.ask('POST', path, answer, body)
    } catch (error) {
      if (error instanceof MeilisearchRefusal && error.code === 'index_not_found') {
        throw new SearchUnavailable('refused', `index ${this.index} is not built yet`, { cause: error })
      }
      throw error
    }
  }

  async #exists(index: string): Promise<boolean> {
    try {
      await this.#server.ask('GET', `indexes/${index}`, z.object({ uid: z.literal(index) }))
      return true
    } catch (error) {
      if (error instanceof MeilisearchRefusal && error.code === 'index_not_found') return false
      throw error
    }
  }

  async #create(index: string): Promise<void> {
    const settings = indexSettings(await this.version())
    try {
      await this.#server.write('POST', 'indexes', { uid: index, primaryKey: 'id' })
    } catch (error) {
      // Another process was quicker.
      if (!(error instanceof MeilisearchRefusal && error.code === 'index_already_exists')) throw error
    }
    await this.#server.write('PATCH', `indexes/${index}/settings`, settings)
  }

  async #drop(index: string): Promise<void> {
    try {
      await this.#server.write('DELETE', `indexes/${index}`)
    } catch (error) {
      if (!(error instanceof MeilisearchRefusal && error.code === 'index_not_found')) throw error
    }
  }

  async #write(index: string, documents: readonly SearchDocument[], size: number): Promise<void> {
    for (let at = 0; at < documents.length; at += size) {
      const batch = documents.slice(at, at + size).map(indexedDocument)
      await this.#server.write('POST', `indexes/${index}/documents?primaryKey=id`, batch, longTask)
    }
  }
}

/** How often the challenge says a term matters less here, where nothing is known of how often the document does. */
function worthOf({ weight, occurrences }: CandidateTerm): number {
  return weight / Math.sqrt(Math.max(1, occurrences))
}

function uniqueIds(found: readonly { id: string }[]): string[] {
  return [...new Set(found.map(({ id }) => id))].filter(isDocumentId)
}
