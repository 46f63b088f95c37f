import type { DocumentStore, SearchDocument } from '../document'
import type { SearchEngine, SearchFilters } from '../engine'
import { passes } from '../filters'
import type { TargetVerdict } from '../quantity/index'
import { findCandidates } from './candidates'
import { spread } from './diversity'
import { matchedWords, reasons, type MatchedWord, type MatchReason } from './explain'
import type { LexicalQuery } from './lexical'
import { solutionsFirst } from './order'
import { prepareQuery, type MatchQuery, type Sought } from './query'
import { rank, type Ranked } from './ranking'
import type { SynonymTable } from './synonyms'
import { candidateWeights } from './weights'

export { queryOf, type MatchQuery, type Sought } from './query'
export { judgeListing } from './ranking'
export { synonymTable, type SynonymTable } from './synonyms'
export type { MatchedWord, MatchReason } from './explain'

export interface MatchOptions {
  engine: SearchEngine
  store: DocumentStore
  /** Default 20. */
  limit?: number
  filters?: SearchFilters
  /** Default: listings. Sets the kinds unless the filters name some. */
  sought?: Sought
  /** Epoch milliseconds; without it nothing counts as new. */
  now?: number
  /** Groups of words that say the same. Default: none. */
  synonyms?: SynonymTable
}

export interface Match {
  id: string
  document: SearchDocument
  /** Comparable within one answer only; higher is better, but what misses a must target comes after what solves the problem. */
  score: number
  /** One per target of the challenge, in order: the query's targets, or the document's when challenges are sought. */
  verdicts: TargetVerdict[]
  words: MatchedWord[]
  reasons: MatchReason[]
  /** Indexes of targets for which no figure is stated. */
  missing: number[]
}

/** Candidates, ranking, explanation. Throws SearchUnavailable. */
export async function match(input: MatchQuery | string, options: MatchOptions): Promise<Match[]> {
  const { engine, store, limit = 20, sought = 'listings' } = options
  const filters = withKinds(options.filters ?? {}, sought)
  const prepared = prepareQuery(input, sought, options.synonyms)
  const { lexical, phrases, found } = await findCandidates(prepared, engine, store, filters)
  const judged = found.slice(0, Math.max(limit, candidateWeights.judged))
  const documents = new Map((await store.documents(judged.map(({ id }) => id))).map((each) => [each.id, each]))
  const ranked = judged.flatMap((candidate) => {
    const document = documents.get(candidate.id)
    if (!document || !passes(document, filters)) return []
    const each = rank(prepared, phrases, candidate, document, options.now ?? null)
    // The characters of a synonym can stand side by side in other words.
    return candidate.said || each.features.synonyms.length > 0 ? [each] : []
  })
  ranked.sort((x, y) => y.score - x.score || (x.document.id < y.document.id ? -1 : 1))
  const ordered = prepared.sought === 'listings' && prepared.targetTrust === 0 ? ranked : solutionsFirst(ranked)
  return spread(ordered)
    .slice(0, limit)
    .map((each) => asMatch(each, lexical))
}

function withKinds(filters: SearchFilters, sought: Sought): SearchFilters {
  if (filters.kinds?.length) return filters
  return { ...filters, kinds: sought === 'listings' ? ['achievement', 'capability'] : ['challenge'] }
}

function asMatch(ranked: Ranked, lexical: LexicalQuery): Match {
  const { document, score, verdicts } = ranked
  return {
    id: document.id,
    document,
    score,
    verdicts,
    words: matchedWords(ranked, lexical),
    reasons: reasons(ranked),
    missing: verdicts.flatMap(({ verdict }, at) => (verdict === 'unknown' ? [at] : [])),
  }
}
