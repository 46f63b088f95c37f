import type { Metric, Target } from './quantity/index'
import type { TermVector, View } from './terms/index'

export type { Metric, Target } from './quantity/index'
export type { TermVector, View } from './terms/index'

export type DocumentKind = 'challenge' | 'achievement' | 'capability'

/** What search and matching know of one challenge or listing. Hidden and sealed things never become one. */
export interface SearchDocument {
  /** ASCII letters, digits, `-` and `_`: `<kind>-<uuid>`. */
  id: string
  kind: DocumentKind
  number: string | null
  title: string
  /** Everything else that is public and prose: background and requirement, or abstract and scope. */
  text: string
  keywords: string[]
  field: string | null
  tags: string[]
  /** Figures that a listing states; empty for challenges. */
  metrics: Metric[]
  /** What a challenge requires; empty for listings. */
  targets: Target[]
  /** Technology maturity, 1 to 9. */
  trl: number | null
  transferModes: string[]
  region: string | null
  organizationId: string | null
  organizationName: string | null
  /** Bid deadline or valid-until, epoch milliseconds; null stays open. */
  openUntil: number | null
  /** Epoch milliseconds. */
  publishedAt: number
}

/** One row of the change feed. A deleted document has neither document nor terms. */
export interface DocumentChange {
  sequence: number
  id: string
  document: SearchDocument | null
  terms: TermVector | null
}

/** What the scorer needs to know about all documents at once. */
export interface CorpusStatistics {
  /** Living documents, of all kinds. */
  documents: number
  /** Sum of the lengths of all documents, per view. */
  lengths: Record<View, number>
  /** By term key (see `termKeys`): documents that hold the term. Absent means 0. */
  frequencies: Map<string, number>
}

/**
 * Where search reads documents from. An implementation holds, per document: the document, its term vector
 * (`termVector(document)` at the time of writing) and the sequence number of its last change, which only grows and
 * becomes visible in order. A deleted document keeps a row with its sequence and nulls. Beside it: the number of living
 * documents, the sum of their `vectorLengths` and, per key of `termKeys`, how many hold it, kept in the same transaction.
 */
export interface DocumentStore {
  /** Changes with a greater sequence, in order of sequence, at most `limit`; a document changed twice may come once. */
  changesSince(sequence: number, limit: number): Promise<DocumentChange[]>
  /** Documents by id, in any order; unknown and deleted ids are left out. */
  documents(ids: readonly string[]): Promise<SearchDocument[]>
  /** Term vectors by id; unknown and deleted ids are left out. */
  vectors(ids: readonly string[]): Promise<Map<string, TermVector>>
  /** Corpus figures for these term keys. */
  statistics(keys: readonly string[]): Promise<CorpusStatistics>
}

const idShape = /^(challenge|achievement|capability)-[A-Za-z0-9_-]{1,80}$/

export function documentId(kind: DocumentKind, key: string): string {
  const id = `${kind}-${key}`
  if (!idShape.test(id)) throw new RangeError(`not a document id: ${id}`)
  return id
}

export function isDocumentId(id: string): boolean {
  return idShape.test(id)
}
