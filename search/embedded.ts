import type { DocumentStore, SearchDocument } from './document'
import type { Scored } from './best'
import { EmbeddedIndex, type Card } from './embedded-index'
import type {
  CandidateRequest,
  EngineHealth,
  FacetName,
  SearchEngine,
  SearchHit,
  SearchRequest,
  SearchResult,
  SearchSort,
} from './engine'
import { byNumber, passes } from './filters'
import { headingSnippet, textSnippet } from './hit'
import { normalize } from './terms/normalize'
import { words } from './terms/segment'

export interface EmbeddedOptions {
  store: DocumentStore
  /** How often the store is asked for changes, milliseconds; 0: only when `refresh` is called. */
  followEvery?: number
  /** Told when following fails; the next round tries again. */
  onFollowError?: (error: unknown) => void
}

const changesPerRead = 500
/** Share of the query's weight that a document must hold; when none does, the second is tried. */
const coverages = [0.7, 0.35]

/** The engine that runs inside the process: a read model of the document store, kept in memory. */
export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded'
  readonly index = 'memory'
  #store: DocumentStore
  #index = new EmbeddedIndex()
  #sequence = 0
  #timer: NodeJS.Timeout | undefined
  #refreshing: Promise<void> | undefined

  constructor(options: EmbeddedOptions) {
    this.#store = options.store
    const every = options.followEvery ?? 1000
    if (every > 0) {
      this.#timer = setInterval(() => {
        this.refresh().catch((error: unknown) => options.onFollowError?.(error))
      }, every)
      this.#timer.unref()
    }
  }

  /** Reads all changes since the last time. Calls at the same time share one reading. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#follow().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  async candidates({ terms, filters, limit }: CandidateRequest): Promise<string[]> {
    const pairs = terms.filter(({ view }) => view === 'grams')
    return this.#index.best(pairs, filters, limit).map(({ slot }) => this.#index.card(slot).id)
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const { found, queryWords } = this.#find(request)
    const page = found.slice(request.offset, request.offset + request.limit)
    return {
      hits: await this.#hits(page, queryWords),
      total: found.length,
      totalIsExact: true,
      facets: Object.fromEntries(
        (request.facets ?? []).map((facet): [FacetName, Record<string, number>] => [
          facet,
          this.#index.counts(found, facet),
        ]),
      ),
    }
  }

  async find(request: SearchRequest) {
    const { found } = this.#find(request)
    const page = found.slice(request.offset, request.offset + request.limit)
    return { ids: page.map(({ slot }) => this.#index.card(slot).id), total: found.length, totalIsExact: true }
  }

  #find(asked: SearchRequest): { found: Scored[]; queryWords: string[] } {
    const request = byNumber(asked)
    const queryWords = words(normalize(request.q))
    const { numbers, ...filters } = request.filters
    let found: Scored[] = []
    for (const coverage of coverages) {
      found = this.#index.matching(queryWords, filters, coverage)
      if (found.length > 0) break
    }
    if (numbers?.length) found = found.filter(({ slot }) => passes(this.#index.card(slot), { numbers }))
    const cards = new Map(found.map(({ slot }) => [slot, this.#index.card(slot)]))
    return { found: found.sort(comparison(request.sort, cards)), queryWords }
  }

  /** Documents come from the store; writing there is enough, and this waits until they are read. */
  async upsert(_documents: readonly SearchDocument[]): Promise<void> {
    await this.refresh()
  }

  async remove(_ids: readonly string[]): Promise<void> {
    await this.refresh()
  }

  /** Reads the store from the beginning beside the index that serves, then swaps. */
  async rebuild(_documents: AsyncIterable<SearchDocument>, onProgress?: (done: number) => void): Promise<number> {
    await this.#refreshing
    const fresh = new EmbeddedIndex()
    const sequence = await this.#read(fresh, 0, onProgress)
    this.#index = fresh
    this.#sequence = sequence
    return fresh.size
  }

  async health(): Promise<EngineHealth> {
    return { engine: this.name, available: true, version: null, documents: this.#index.size, sequence: this.#sequence }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#refreshing?.catch(() => undefined)
  }

  async #follow(): Promise<void> {
    const index = this.#index
    const sequence = await this.#read(index, this.#sequence)
    if (this.#index === index) this.#sequence = sequence
  }

  async #read(index: EmbeddedIndex, since: number, onProgress?: (done: number) => void): Promise<number> {
    let sequence = since
    for (;;) {
      const changes = await this.#store.changesSince(sequence, changesPerRead)
      for (const change of changes) {
        if (change.document && change.terms) index.put(change.document, change.terms)
        else index.remove(change.id)
        sequence = Math.max(sequence, change.sequence)
      }
      onProgress?.(index.size)
      if (changes.length < changesPerRead) return sequence
    }
  }

  async #hits(page: readonly Scored[], queryWords: readonly string[]): Promise<SearchHit[]> {
    const ids = page.map(({ slot }) => this.#index.card(slot).id)
    const documents = new Map((await this.#store.documents(ids)).map((document) => [document.id, document]))
    return ids.flatMap((id) => {
      const document = documents.get(id)
      if (!document) return []
      return [{ document, title: headingSnippet(document, queryWords), snippet: textSnippet(document, queryWords) }]
    })
  }
}

const titleOrder = new Intl.Collator('zh-CN', { numeric: true })

function comparison(sort: SearchSort, cards: ReadonlyMap<number, Card>): (x: Scored, y: Scored) => number {
  const of = (scored: Scored) => cards.get(scored.slot)!
  const newest = (x: Scored, y: Scored) => of(y).publishedAt - of(x).publishedAt || x.slot - y.slot
  switch (sort) {
    case 'relevance':
      return (x, y) => y.score - x.score || newest(x, y)
    case 'newest':
      return newest
    case 'closing_soon':
      return (x, y) => (of(x).openUntil ?? Number.MAX_VALUE) - (of(y).openUntil ?? Number.MAX_VALUE) || newest(x, y)
    case 'title':
      return (x, y) => titleOrder.compare(of(x).title, of(y).title) || newest(x, y)
  }
}
