import type { Metric, SearchDocument, Target } from '../document'
import { parseTargets } from '../quantity/index'
import { termBag, type TermBag } from '../terms/index'
import { noSynonyms, synonymsOf, type QuerySynonym, type SynonymTable } from './synonyms'
import { factors } from './weights'

/** What is sought: a challenge, a listing that looks for challenges, or any text. */
export interface MatchQuery {
  title?: string
  text: string
  keywords?: readonly string[]
  field?: string | null
  tags?: readonly string[]
  /** Without this (not even an empty list) the targets are read from the text. Ignored when challenges are sought. */
  targets?: readonly Target[]
  /** Figures of a listing that looks for challenges. */
  metrics?: readonly Metric[]
  trl?: number | null
}

/** A listing answers challenges; a challenge is answered by listings. */
export type Sought = 'listings' | 'challenges'

export interface PreparedQuery {
  query: MatchQuery
  sought: Sought
  /** All pieces of text that are looked for. */
  pieces: string[]
  bag: TermBag
  /** Words that say the same as words of the query. */
  synonyms: readonly QuerySynonym[]
  /** Of the query; empty when challenges are sought. */
  targets: readonly Target[]
  /** How far the targets move the score: 1 fully, 0 not at all. */
  targetTrust: number
}

export function prepareQuery(
  input: MatchQuery | string,
  sought: Sought,
  table: SynonymTable = noSynonyms,
): PreparedQuery {
  const query = typeof input === 'string' ? { text: input } : input
  const targets = sought === 'challenges' ? [] : (query.targets ?? parseTargets(query.text))
  const pieces = [query.title ?? '', query.text, ...(query.keywords ?? []), ...(query.tags ?? [])]
  if (query.targets) pieces.push(...query.targets.map((target) => target.name))
  const bag = termBag(pieces)
  return {
    query,
    sought,
    pieces,
    bag,
    synonyms: synonymsOf(pieces, bag, table),
    targets,
    targetTrust: query.targets ? 1 : trustOfParsed(targets),
  }
}

/** A lone number or a range in a text is mostly a fact that it tells; two bounds or more are requirements. */
function trustOfParsed(targets: readonly Target[]): number {
  return targets.filter(({ comparator }) => comparator !== 'between').length >= 2 ? factors.parsedTargets : 0
}

/** A challenge's document asks for listings, a listing's for challenges. */
export function queryOf(document: SearchDocument): { query: MatchQuery; sought: Sought } {
  const { title, text, keywords, field, tags, targets, metrics, trl } = document
  const query = { title, text, keywords, field, tags, trl }
  return document.kind === 'challenge'
    ? { query: { ...query, targets }, sought: 'listings' }
    : { query: { ...query, metrics }, sought: 'challenges' }
}
