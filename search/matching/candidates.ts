import type { DocumentStore } from '../document'
import type { SearchEngine, SearchFilters } from '../engine'
import { phraseQuery, type PhraseQuery } from './features'
import { lexicalQuery, lexicalScore, queryKeys, type LexicalQuery, type LexicalScore } from './lexical'
import type { PreparedQuery } from './query'
import { candidateWeights } from './weights'

export interface Candidate {
  id: string
  lexical: LexicalScore
}

export interface Candidates {
  phrases: PhraseQuery
  /** Best first by words alone. */
  found: Candidate[]
}

/** Asks the engine with the best terms of the query and scores what it finds on the whole text. */
export async function findCandidates(
  prepared: PreparedQuery,
  engine: SearchEngine,
  store: DocumentStore,
  filters: SearchFilters,
): Promise<Candidates> {
  const statistics = await store.statistics(queryKeys(prepared.bag))
  const lexical = lexicalQuery(prepared.bag, statistics)
  const ids = await engine.candidates({
    terms: bestTerms(lexical),
    filters,
    limit: candidateWeights.asked,
  })
  const vectors = await store.vectors(ids)
  const byWords = [...vectors].map(([id, vector]) => ({
    id,
    vector,
    score: lexicalScore(lexical, vector, ['words']).total,
  }))
  byWords.sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
  const found = byWords
    .slice(0, candidateWeights.scored)
    .map(({ id, vector }): Candidate => ({ id, lexical: lexicalScore(lexical, vector) }))
  found.sort((x, y) => y.lexical.total - x.lexical.total || (x.id < y.id ? -1 : 1))
  return { phrases: phraseQuery(prepared.pieces, statistics), found }
}

/** By occurrences × idf: by idf alone, words that happen to be rare push out the subject of the query. */
function bestTerms(lexical: LexicalQuery): { term: string; weight: number }[] {
  return lexical.terms.words
    .map(({ term, occurrences, idf }) => ({ term, weight: occurrences * idf }))
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
}
