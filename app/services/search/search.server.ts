import type { DocumentStore } from '#search/document'
import type { SearchEngine } from '#search/engine'

/** What pages search and match with: an engine, and where the full documents and term vectors are. */
export interface Search {
  engine: SearchEngine
  store: DocumentStore
}
