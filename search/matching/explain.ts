import type { Snippet } from '../engine'
import { snippet } from '../snippet'
import { align } from '../terms/normalize'
import type { Ranked } from './ranking'

/** A word of the query that the document holds. */
export interface MatchedWord {
  word: string
  /** Its share of the score by words, 0 to 1. */
  share: number
  snippet: Snippet
}

export type MatchReason =
  | { code: 'same_field'; params: { field: string } }
  | { code: 'all_targets_met'; params: { count: number } }
  | { code: 'targets_met'; params: { met: number; count: number } }
  | { code: 'must_missed'; params: { target: string } }
  | { code: 'wish_missed'; params: { target: string } }
  | { code: 'figure_missing'; params: { target: string } }
  | { code: 'title_hit'; params: { words: string } }
  | { code: 'keyword_hit'; params: { keyword: string } }
  | { code: 'mature'; params: { trl: number } }
  | { code: 'early_stage'; params: { trl: number } }

const shownWords = 8

/** The words that contributed most; parts of a longer shown word are not shown again. */
export function matchedWords({ candidate, document }: Ranked): MatchedWord[] {
  const { total, parts } = candidate.lexical
  const shown: MatchedWord[] = []
  const text = align(`${document.title}\n${document.text}`)
  for (const [word, part] of [...parts.words].sort((x, y) => y[1] - x[1])) {
    if (shown.length === shownWords) break
    if (shown.some((other) => other.word.includes(word) || word.includes(other.word))) continue
    shown.push({ word, share: part / total, snippet: snippet(text, [word], 60) })
  }
  return shown
}

export function reasons({ document, targets, verdicts, sameField }: Ranked): MatchReason[] {
  const found: MatchReason[] = []
  const met = verdicts.filter(({ verdict }) => verdict === 'met').length
  if (verdicts.length > 0 && met === verdicts.length) found.push({ code: 'all_targets_met', params: { count: met } })
  else if (met > 0) found.push({ code: 'targets_met', params: { met, count: verdicts.length } })
  for (const [at, { verdict }] of verdicts.entries()) {
    const target = targets[at]
    if (!target || verdict === 'met') continue
    const params = { target: target.name }
    if (verdict === 'unknown') found.push({ code: 'figure_missing', params })
    else found.push({ code: target.must ? 'must_missed' : 'wish_missed', params })
  }
  if (sameField && document.field) found.push({ code: 'same_field', params: { field: document.field } })
  return found
}
