import type { DocumentStore } from '../document'
import type { CandidateTerm, SearchEngine, SearchFilters } from '../engine'
import { phraseQuery, type PhraseQuery } from './features'
import { lexicalQuery, lexicalScore, queryKeys, type LexicalQuery, type LexicalScore } from './lexical'
import type { PreparedQuery } from './query'
import { foundSynonyms, synonymKeys, synonymTerms, weightedSynonyms, type FoundSynonym } from './synonyms'
import { candidateWeights } from './weights'

export interface Candidate {
  id: string
  lexical: LexicalScore
  /** Words that say the same as words of the query, as far as the document holds them. */
  synonyms: FoundSynonym[]
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
  const { bag } = prepared
  const statistics = await store.statistics([...queryKeys(bag), ...synonymKeys(prepared.synonyms)])
  const synonyms = weightedSynonyms(prepared.synonyms, bag, statistics)
  const lexical = lexicalQuery(bag, statistics)
  const ids = await engine.candidates({
    terms: bestTerms(lexical, synonymTerms(synonyms, bag, statistics)),
    filters,
    limit: candidateWeights.asked,
  })
  const vectors = await store.vectors(ids)
  const byWords = [...vectors].map(([id, vector]) => {
    const meant = foundSynonyms(synonyms, vector, lexical.averageLength.grams)
    return { id, vector, meant, score: lexicalScore(lexical, vector, ['words']).total + worth(meant) }
  })
  byWords.sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
  const found = byWords
    .slice(0, candidateWeights.scored)
    .map(({ id, vector, meant }): Candidate => ({ id, lexical: lexicalScore(lexical, vector), synonyms: meant }))
  const score = ({ lexical: { total }, synonyms: meant }: Candidate) => total + worth(meant)
  found.sort((x, y) => score(y) - score(x) || (x.id < y.id ? -1 : 1))
  return { phrases: phraseQuery(prepared.pieces, statistics), found }
}

const worth = (synonyms: readonly FoundSynonym[]) => synonyms.reduce((sum, { part }) => sum + part, 0)

/** By occurrences × idf: by idf alone, words that happen to be rare push out the subject of the query. */
function bestTerms(lexical: LexicalQuery, meant: readonly CandidateTerm[]): CandidateTerm[] {
  return lexical.terms.words
    .map(({ term, occurrences, idf }) => ({ term, weight: occurrences * idf }))
    .concat(meant)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
}
