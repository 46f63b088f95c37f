import type { DocumentKind, SearchDocument } from './document'

/** Hard conditions: what fails one is not shown at all. An empty list or null means no condition. */
export interface SearchFilters {
  kinds?: readonly DocumentKind[]
  fields?: readonly string[]
  tags?: readonly string[]
  transferModes?: readonly string[]
  regions?: readonly string[]
  organizationIds?: readonly string[]
  /**
   * Public numbers, such as BD-2026-000123. In a search they only narrow what is found without them: how loosely words are taken
   * is not decided by the few documents that bear them.
   */
  numbers?: readonly string[]
  /** Least and greatest maturity, 1 to 9; documents without one fail. */
  trlFrom?: number | null
  trlTo?: number | null
  /** Epoch milliseconds: only what is open after this moment (or has no end). */
  openAfter?: number | null
  /** Never return these. */
  exceptIds?: readonly string[]
}

/** One term of a query with what is known of it. */
export interface CandidateTerm {
  term: string
  /** The view of `terms/` that it belongs to. Every text is in both views: an engine may look at one alone. */
  view: 'words' | 'grams'
  /** What finding it is worth: occurrences × idf². */
  weight: number
  /** How often the query says it; less than once where it only means the same. */
  occurrences: number
  /** Documents of all kinds that hold it, at least 1. */
  holders: number
}

export interface CandidateRequest {
  /** In any order. What no document holds is left out. */
  terms: readonly CandidateTerm[]
  /** Living documents of all kinds: what `holders` are out of. */
  documents: number
  filters: SearchFilters
  /** The most ids to return. */
  limit: number
}

export type SearchSort = 'relevance' | 'newest' | 'closing_soon' | 'title'

/** What a person typed and chose in a list. */
export interface SearchRequest {
  q: string
  filters: SearchFilters
  sort: SearchSort
  limit: number
  offset: number
  /** Which counts to give per value. */
  facets?: readonly FacetName[]
}

export type FacetName = 'kind' | 'field' | 'tags' | 'transferModes' | 'region' | 'trl'

/** A piece of text; `marks` are [start, end) offsets into `text` (UTF-16), ascending, not overlapping. */
export interface Snippet {
  text: string
  marks: [number, number][]
}

export interface SearchHit {
  document: SearchDocument
  title: Snippet
  snippet: Snippet
}

export interface SearchResult {
  hits: SearchHit[]
  /** Documents found; `totalIsExact` false means "at least about so many". */
  total: number
  totalIsExact: boolean
  facets: Partial<Record<FacetName, Record<string, number>>>
}

export interface EngineHealth {
  engine: EngineName
  available: boolean
  /** Version of the engine where it has one. */
  version: string | null
  documents: number
  /** Sequence of the document store that the engine has reached, where it follows one. */
  sequence: number | null
}

export type EngineName = 'embedded' | 'meilisearch'

/** The engine cannot answer now: the caller shows the page without search, or retries later. */
export class SearchUnavailable extends Error {
  /** By name: the web process holds this module twice, in the built pages and beside them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'SearchUnavailable'
  }

  override name = 'SearchUnavailable'
  constructor(
    readonly reason: 'timeout' | 'busy' | 'refused' | 'bad_answer' | 'unreachable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Finds documents. Both engines: ids are stable, nothing that fails a filter ever comes back. Throws SearchUnavailable. */
export interface SearchEngine {
  readonly name: EngineName
  /** Name of what it searches, with its version: a new one wants to be filled. */
  readonly index: string
  /** Ids of documents that hold at least one of the terms, most promising first as far as the engine can tell. */
  candidates(request: CandidateRequest): Promise<string[]>
  search(request: SearchRequest): Promise<SearchResult>
  /** The ids alone of what {@link search} finds, in its order: many at once, since no document is read. */
  find(request: Omit<SearchRequest, 'facets'>): Promise<Omit<SearchResult, 'hits' | 'facets'> & { ids: string[] }>
  /** Writes whole documents; the same document twice changes nothing. Resolves when they can be found. */
  upsert(documents: readonly SearchDocument[]): Promise<void>
  /** Unknown ids are no error. */
  remove(ids: readonly string[]): Promise<void>
  /** Builds everything anew from `documents` beside what serves, then swaps. Reports progress. */
  rebuild(documents: AsyncIterable<SearchDocument>, onProgress?: (done: number) => void): Promise<number>
  health(): Promise<EngineHealth>
  close(): Promise<void>
}
