import type { CorpusStatistics, DocumentStore, TermVector } from '../document'
import type { CandidateTerm, SearchEngine, SearchFilters } from '../engine'
import { phraseQuery, type PhraseQuery } from './features'
import { lexicalQuery, queryKeys, viewTotal, type LexicalQuery } from './lexical'
import type { PreparedQuery } from './query'
import {
  foundSynonyms,
  synonymKeys,
  synonymTerms,
  weightedSynonyms,
  type FoundSynonym,
  type WeightedSynonym,
} from './synonyms'
import { candidateWeights } from './weights'

export interface Candidate {
  id: string
  vector: TermVector
  /** By the words of the query alone. */
  lexical: number
  /** Whether it holds a word of the query, or two neighbouring characters, and not only single ones. */
  said: boolean
  /** Words that say the same as words of the query, as far as the document holds them. */
  synonyms: FoundSynonym[]
}

export interface Candidates {
  lexical: LexicalQuery
  phrases: PhraseQuery
  /** Ids that the engine brought. */
  brought: readonly string[]
  /** The best of them, best first by words alone. */
  found: Candidate[]
}

/** Asks the engine with the terms of the query and scores what it brings on the whole text: all roughly, the best of them fully. */
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
  const terms = candidateTerms(lexical, synonyms, prepared, statistics)
  const { documents } = statistics
  const brought =
    terms.length === 0 ? [] : await engine.candidates({ terms, documents, filters, limit: candidateWeights.asked })
  const vectors = await store.vectors(brought)
  const roughly = [...vectors].map(([id, vector]) => {
    const meant = foundSynonyms(synonyms, vector, lexical.averageLength.grams)
    const grams = viewTotal(lexical, 'grams', vector)
    return { id, vector, synonyms: meant, lexical: grams, said: grams > 0 }
  })
  const found = bestOf(roughly)
    .slice(0, candidateWeights.scored)
    .map((each): Candidate => {
      const words = viewTotal(lexical, 'words', each.vector)
      const chars = viewTotal(lexical, 'chars', each.vector)
      return { ...each, lexical: each.lexical + words + chars, said: each.said || words > 0 }
    })
  return { lexical, brought, phrases: phraseQuery(prepared.pieces, statistics), found: bestOf(found) }
}

function bestOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .map((each) => ({ each, score: each.synonyms.reduce((sum, { part }) => sum + part, each.lexical) }))
    .sort((x, y) => y.score - x.score || (x.each.id < y.each.id ? -1 : 1))
    .map(({ each }) => each)
}

/** What some document holds, of the query's words and pairs of characters and of words that mean the same. */
function candidateTerms(
  { terms }: LexicalQuery,
  meant: readonly WeightedSynonym[],
  { bag }: PreparedQuery,
  statistics: CorpusStatistics,
): CandidateTerm[] {
  const said = (['words', 'grams'] as const).flatMap((view) =>
    terms[view].map(({ term, weight, occurrences, holders }) => ({ term, view, weight, occurrences, holders })),
  )
  return [...said, ...synonymTerms(meant, bag, statistics)].filter(({ holders }) => holders > 0)
}
