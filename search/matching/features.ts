import type { CorpusStatistics, SearchDocument } from '../document'
import { documentPieces, termKey } from '../terms/index'
import { normalize } from '../terms/normalize'
import { plainWords, words } from '../terms/segment'
import { stopWords } from '../terms/stop-words'
import type { Candidate } from './candidates'
import { idf } from './lexical'
import { standsIn, type FoundSynonym } from './synonyms'
import { factors, lexicalWeights } from './weights'

/** Two words that stand side by side in the query. */
export interface WordPair {
  /** As it stands in a normalised text. */
  joined: string
  words: [string, string]
  /** What it is worth when found. */
  weight: number
}

export interface PhraseQuery {
  text: string
  pairs: WordPair[]
  /** Idf² of every word of the query. */
  worth: Map<string, number>
}

const isTerm = /[\p{L}\p{N}]/u
const latinEnd = /[a-z0-9]$/
const latinStart = /^[a-z0-9]/
const onlyFigures = /^[\p{N}.]+$/u

export function pairWords(text: string): [string, string][] {
  const found: [string, string][] = []
  let previous: string | null = null
  for (const word of plainWords(text)) {
    if (!isTerm.test(word) || stopWords.has(word) || onlyFigures.test(word)) {
      previous = null
      continue
    }
    if (previous !== null) found.push([previous, word])
    previous = word
  }
  return found
}

/** Reads the query once; `statistics` must hold the query's words. */
export function phraseQuery(pieces: readonly string[], statistics: CorpusStatistics): PhraseQuery {
  const text = normalize(pieces.join('\n'))
  const worthOf = (word: string) =>
    idf(statistics.documents, statistics.frequencies.get(termKey('words', word)) ?? 0) ** 2
  const pairs = new Map<string, WordPair>()
  for (const [first, second] of pairWords(text)) {
    const joined = latinEnd.test(first) && latinStart.test(second) ? `${first} ${second}` : first + second
    const weight = lexicalWeights.pair * Math.max(worthOf(first), worthOf(second))
    const known = pairs.get(joined)
    if (known) known.weight += weight
    else pairs.set(joined, { joined, words: [first, second], weight })
  }
  return { text, pairs: [...pairs.values()], worth: new Map(words(text).map((word) => [word, worthOf(word)])) }
}

export interface DocumentFeatures {
  /** Pairs of the query that the document holds joined. */
  pairs: WordPair[]
  /** Of the synonyms found by their terms, those that stand in the text. */
  synonyms: FoundSynonym[]
  /** Keywords of the document that the query names. */
  keywords: string[]
  /** Share of the title (by idf²) that the query's words make up, 0 to 1. */
  titleShare: number
  /** Words of the title that the query holds. */
  titleWords: string[]
}

export function documentFeatures(
  query: PhraseQuery,
  { synonyms }: Pick<Candidate, 'synonyms'>,
  document: SearchDocument,
): DocumentFeatures {
  const text = normalize(documentPieces(document).join('\n'))
  const titleWords = [...new Set(words(normalize(document.title)))]
  const hits = titleWords.filter((word) => query.worth.has(word))
  const hit = hits.reduce((sum, word) => sum + query.worth.get(word)!, 0)
  // Words that the query lacks have no idf at hand; they count as the mean of its own.
  const mean = query.worth.size === 0 ? 0 : [...query.worth.values()].reduce((x, y) => x + y, 0) / query.worth.size
  const whole = hit + (titleWords.length - hits.length) * mean
  return {
    pairs: query.pairs.filter(({ joined }) => text.includes(joined)),
    synonyms: synonyms.filter(({ word }) => standsIn(text, word)),
    keywords: document.keywords.filter((keyword) => keyword.length > 1 && names(query.text, normalize(keyword))),
    titleShare: whole === 0 ? 0 : hit / whole,
    titleWords: hits,
  }
}

/** The factor that keywords and title give. */
export function headingFactor({ keywords, titleShare }: DocumentFeatures): number {
  const counted = Math.min(keywords.length, factors.keywordsCounted)
  return 1 + factors.keywordHit * counted + factors.titleShare * titleShare
}

function names(text: string, keyword: string): boolean {
  const at = text.indexOf(keyword)
  if (at < 0) return false
  const glued =
    (latinStart.test(keyword) && latinEnd.test(text.slice(0, at))) ||
    (latinEnd.test(keyword) && latinStart.test(text.slice(at + keyword.length)))
  return !glued
}
