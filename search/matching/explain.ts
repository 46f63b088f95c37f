import type { Snippet } from '../engine'
import { snippet } from '../snippet'
import { views } from '../terms/index'
import { align } from '../terms/normalize'
import { lexicalScore, type LexicalQuery } from './lexical'
import type { Ranked } from './ranking'

/** A word of the query, or one that says the same, that the document holds. */
export interface MatchedWord {
  /** Normalised: lower case, simplified. */
  word: string
  /** Its share of the score by words, 0 to 1; the shares of all shown words sum to 1 at most. */
  share: number
  /** The words that the query has instead: the word itself is a synonym of theirs. */
  via?: readonly string[]
  snippet: Snippet
}

/** `words` and `keyword` are quotations; targets are named as the challenge names them. */
export type MatchReason =
  | { code: 'all_targets_met'; params: { count: number } }
  | { code: 'must_targets_met'; params: { count: number } }
  | { code: 'targets_met'; params: { met: number; count: number } }
  | { code: 'must_missed'; params: { target: string } }
  | { code: 'wish_missed'; params: { target: string } }
  | { code: 'figure_missing'; params: { target: string } }
  | { code: 'same_field'; params: { field: string } }
  | { code: 'title_hit'; params: { words: string[] } }
  | { code: 'keyword_hit'; params: { keyword: string } }
  | { code: 'mature'; params: { trl: number } }
  | { code: 'early_stage'; params: { trl: number } }

const shownWords = 8
const shownKeywords = 3
/** From here on a title is worth naming: share of its idf² that the query's words make up. */
const namedTitleShare = 0.3
const matureFrom = 7
const earlyTo = 3

/** The words that contributed most; parts of a shown word are not shown again. */
export function matchedWords({ candidate, document, features, wordScore }: Ranked, query: LexicalQuery): MatchedWord[] {
  const { parts } = lexicalScore(query, candidate.vector)
  const shown: string[] = []
  for (const [word] of [...parts.words].sort((x, y) => y[1] - x[1])) {
    if (shown.length === shownWords) break
    if (!shown.some((other) => other.includes(word) || word.includes(other))) shown.push(word)
  }
  const shares = new Map(shown.map((word) => [word, 0]))
  for (const view of views) {
    for (const [term, part] of parts[view]) {
      const holders = shown.filter((word) => word.includes(term))
      for (const word of holders) shares.set(word, shares.get(word)! + part / wordScore / holders.length)
    }
  }
  const text = align([document.title, document.text, document.keywords.join('、')].join('\n'))
  const own = shown.map((word) => ({ word, share: shares.get(word)!, snippet: snippet(text, [word], 60) }))
  const meant = features.synonyms.map(({ word, via, part }) => ({
    ...{ word, via, share: part / wordScore, snippet: snippet(text, [word], 60) },
  }))
  return [...own, ...meant.filter((each) => each.snippet.marks.length > 0)]
    .sort((x, y) => y.share - x.share)
    .slice(0, shownWords)
}

/** What speaks for a match, and what against it. */
export function reasons(ranked: Ranked): MatchReason[] {
  const { document, features, sameField } = ranked
  const found = targetReasons(ranked)
  if (sameField && document.field) found.push({ code: 'same_field', params: { field: document.field } })
  if (features.titleShare >= namedTitleShare) found.push({ code: 'title_hit', params: { words: features.titleWords } })
  for (const keyword of features.keywords.slice(0, shownKeywords))
    found.push({ code: 'keyword_hit', params: { keyword } })
  const { trl } = document
  if (trl !== null && trl >= matureFrom) found.push({ code: 'mature', params: { trl } })
  if (trl !== null && trl <= earlyTo) found.push({ code: 'early_stage', params: { trl } })
  return found
}

function targetReasons({ targets, verdicts }: Ranked): MatchReason[] {
  const found: MatchReason[] = []
  const met = verdicts.filter(({ verdict }) => verdict === 'met').length
  const must = verdicts.filter((_, at) => targets[at]?.must)
  if (verdicts.length > 0 && met === verdicts.length) found.push({ code: 'all_targets_met', params: { count: met } })
  else if (must.length > 0 && must.every(({ verdict }) => verdict === 'met'))
    found.push({ code: 'must_targets_met', params: { count: must.length } })
  else if (met > 0) found.push({ code: 'targets_met', params: { met, count: verdicts.length } })
  for (const [at, { verdict }] of verdicts.entries()) {
    const target = targets[at]
    if (!target || verdict === 'met') continue
    const params = { target: target.name }
    if (verdict === 'unknown') found.push({ code: 'figure_missing', params })
    else found.push({ code: target.must ? 'must_missed' : 'wish_missed', params })
  }
  return found
}
