import type { DocumentStore } from '#search/document'
import type { SearchEngine } from '#search/engine'
import type { KnownNames } from './known-names'
import type { SynonymTable } from '#search/matching'

/** What pages search and match with: an engine, where the full documents and term vectors are, and which words say the same, and what else may be meant. */
export interface Search {
  engine: SearchEngine
  store: DocumentStore
  synonyms: () => Promise<SynonymTable>
  names: () => Promise<KnownNames>
}
