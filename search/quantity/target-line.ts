import { fold, readNumeral } from './numerals'
import { betterDirection } from './profile'
import type { Comparator, Target } from './types'
import { parseUnit, tidy } from './unit'

/**
 * Why a line is no target: `empty` nothing on it; `no_number`; `no_name` before the number; `unknown_unit`;
 * `no_comparator` where neither a word nor the quantity's name says which way it is meant; `half_range` where a range
 * lacks an end.
 */
export type TargetLineError = 'empty' | 'no_number' | 'no_name' | 'unknown_unit' | 'no_comparator' | 'half_range'

const words: readonly (readonly [RegExp, Comparator | 'better'])[] = [
  [
    />=|≥|=>|不低于|不小于|不少于|不短于|大于等于|大于或等于|至少|高于|大于|超过|多于|达到|at least|no less than|>/gi,
    '>=',
  ],
  [/<=|≤|=<|不高于|不大于|不超过|不多于|不长于|小于等于|小于或等于|至多|低于|小于|少于|at most|no more than|</gi, '<='],
  [/优于|better than/gi, 'better'],
  [/介于|between|范围(?=\s*[-+]?\d)/gi, 'between'],
  [/等于|(?<![<>])=(?![<>])/g, '='],
]
const wish = /[(\[【]?\s*(期望|最好|优先|可选|加分|若能|更好|desired|optional|preferred)\s*[)\]】]?/gi
const behind: readonly (readonly [RegExp, Comparator])[] = [
  [/\s*(?:及以上|或以上|以上|起|or more)$/i, '>='],
  [/\s*(?:及以下|或以下|以下|以内|之内|or less)$/i, '<='],
]

/**
 * Reads one line of the form: 'name comparator value unit', with '(期望)' for a wish. '工作温度 -20~60 ℃' is `between`;
 * without a comparator the quantity's name decides where it can. A bare number has the unit '1'.
 */
export function parseTargetLine(line: string): Target | { error: TargetLineError } {
  const folded = fold(line).replace(/\s+/g, ' ')
  const text = folded.replace(wish, '').trim()
  const must = text === folded.trim()
  if (text === '') return { error: 'empty' }
  const split = splitLine(text)
  if (!split) return { error: 'no_number' }
  const name = split.name.replace(/[\s:：,，]+$/, '').trim()
  if (!/[\p{L}]/u.test(name)) return { error: 'no_name' }
  let rest = split.rest
  let comparator = split.comparator
  for (const [pattern, meaning] of behind) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, '')
    comparator ??= meaning
  }
  const value = readSigned(rest, 0)
  if (!value) return { error: 'no_number' }
  const range = readSecond(rest, value.end)
  if (range === 'half') return { error: 'half_range' }
  const unit = (range ? rest.slice(range.end) : rest.slice(value.end)).trim() || (range?.unit ?? '') || '1'
  const known = parseUnit(unit)
  if (!known) return { error: 'unknown_unit' }
  if (range) {
    const [low, high] = value.value <= range.value ? [value.value, range.value] : [range.value, value.value]
    return { name, comparator: 'between', value: low, valueTo: high, unit, must }
  }
  if (comparator === 'between') return { error: 'half_range' }
  const decided = decideComparator(
    comparator,
    name,
    value.plusMinus,
    known.tag === 'ratio' ? value.value * known.factor : null,
  )
  return decided ? { name, comparator: decided, value: value.value, unit, must } : { error: 'no_comparator' }
}

function decideComparator(
  comparator: Comparator | 'better' | null,
  name: string,
  plusMinus: boolean,
  share: number | null,
): Comparator | null {
  if (comparator !== null && comparator !== 'better') return comparator
  if (plusMinus) return '<='
  const better = betterDirection(name, share)
  return better === '' ? null : better === '>' ? '>=' : '<='
}

/** Splits at the last comparator before a number, else before the last number that a space or a name precedes. */
function splitLine(text: string): { name: string; rest: string; comparator: Comparator | 'better' | null } | null {
  let best: { at: number; length: number; comparator: Comparator | 'better' } | null = null
  for (const [pattern, comparator] of words) {
    for (const found of text.matchAll(pattern)) {
      const after = text.slice(found.index + found[0].length)
      if (!/^\s*(?:于|为|:)?\s*[-+±]?[\d一二两三四五六七八九十百千万半]/.test(after)) continue
      const closer =
        !best || found.index > best.at + best.length || (found.index <= best.at && found[0].length > best.length)
      if (closer) best = { at: found.index, length: found[0].length, comparator }
    }
  }
  if (best) {
    const rest = text.slice(best.at + best.length).replace(/^\s*(?:于|为|:)?\s*/, '')
    return { name: text.slice(0, best.at), rest, comparator: best.comparator }
  }
  const tail = /^(.*?[^\d\s.,~\-+±–—])\s*([-+±]?\d[\d.,]*(?:[eE][-+]?\d+|[×x]10\^?-?\d+)?\s*(?:万|亿)?[^\d]*?(?:\s*(?:~|–|—|至|到| and )\s*[-+]?\d[\d.,]*.*?)?)$/.exec(text) // prettier-ignore
  if (tail) return { name: tail[1]!, rest: tail[2]!, comparator: null }
  const first = text.search(/[-+±]?\d/)
  return first < 0 ? null : { name: text.slice(0, first), rest: text.slice(first), comparator: null }
}

function readSigned(text: string, at: number): { value: number; end: number; plusMinus: boolean } | null {
  const sign = /^\s*([-+±]?)\s*/.exec(text.slice(at))!
  const start = at + sign[0].length
  const numeral = readNumeral(text, start)
  if (!numeral) return null
  if (numeral.share) return { value: tidy(numeral.value), end: numeral.end, plusMinus: false }
  return { value: (sign[1] === '-' ? -1 : 1) * numeral.value, end: numeral.end, plusMinus: sign[1] === '±' }
}

/** The second end of a range behind the first one and its unit; 'half' when the sign of a range has no number behind it. */
function readSecond(text: string, at: number): { value: number; end: number; unit: string } | 'half' | null {
  const sep = /^\s*([^\d~–—]*?)\s*(?:~|–|—+|至|到|\band\b|\bto\b|(?<=\d\s?)-(?=\s?\d))\s*/.exec(text.slice(at))
  if (!sep) return null
  if (sep[1] !== '' && !parseUnit(sep[1]!)) return null
  const second = readSigned(text, at + sep[0].length)
  return second ? { value: second.value, end: second.end, unit: sep[1] ?? '' } : 'half'
}
