import { clauseAround, sentenceAround, wordsAfter, wordsBefore } from './clause'
import { fold, readNumeral, type Numeral } from './numerals'
import type { Figure } from './types'
import { parseUnit, tidy } from './unit'
import { scanUnit } from './unit-scan'
import { isApproximate, isCondition, isOldValue, readChange, readComparator, trimName } from './wording'

/** Number(s) and unit at a place of the text, before the words around them are read. */
interface Span {
  start: number
  end: number
  value: number | [number, number]
  unit: string
  plusMinus: boolean
}

/**
 * Reads the technical figures of Chinese or English prose, in the order of the text: numbers with a unit, shares in
 * words (万分之三), and bare numbers that follow a name. Dates, model numbers and codes are left out as far as they can
 * be told. Of 由 A 提高到 B only B counts. Values are in the unit as written.
 */
export function parseFigures(text: string): Figure[] {
  const folded = fold(text)
  const spans = findSpans(folded)
  const figures: Figure[] = []
  let inherited = ''
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!
    const around = wordsBefore(folded, span.start, spans[i - 1]?.end ?? 0)
    const after = wordsAfter(folded, span.end, spans[i + 1]?.start ?? folded.length)
    if (isOldValue(around.words, after.words)) {
      inherited = around.words.replace(/(?:由|从|自|from)[^由从自]*$/i, '')
      continue
    }
    const before = inherited + around.words
    inherited = ''
    const clause = clauseAround(folded, span.start, span.end)
    figures.push({
      name: nameOf(before, after, clause.before),
      value: span.value,
      unit: span.unit,
      comparator: readComparator(before, after.words),
      plusMinus: span.plusMinus,
      approximate: isApproximate(before, after.words),
      change: span.unit === '倍' && /[压浓]缩/.test(before) ? null : readChange(before),
      condition: !/次$|cycles?$|times$/.test(span.unit) && isCondition(before, after.words, around.aside),
      before,
      after: after.words,
      clause: clause.text,
      sentence: sentenceAround(text, folded, span.start, span.end),
      start: span.start,
      end: span.end,
      source: 'text',
    })
  }
  return figures
}

/** The words that name the quantity: before the figure, else after it, else earlier in the clause. */
function nameOf(before: string, after: { words: string; owned: string }, clauseBefore: string): string {
  const ahead = trimName(before)
  if (ahead.length > 1 || /[A-Za-z]/.test(ahead)) return ahead
  const behind = trimName(after.owned.replace(/^(?:\s|的|以上|以下|以内|左右|及以上|及以下)+/, ''))
  if (behind) return behind
  return ahead || trimName(clauseBefore)
}

const numberStart = /[\d零一二两三四五六七八九十百千万亿半]/g
const separator = /[ ]?(?:~|–|—+|-|至|到|to )[ ]?([-+]?)/y

function findSpans(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (;;) {
    numberStart.lastIndex = from
    const found = numberStart.exec(text)
    if (!found) return spans
    const at = found.index
    const numeral = readNumeral(text, at)
    if (!numeral) {
      from = at + 1
      continue
    }
    const span = readSpan(text, at, numeral)
    if (span) spans.push(span)
    from = span ? span.end : skipWord(text, at, numeral)
  }
}

/** Past a number that is none of ours, and past the rest of its code (802.1Qbv, 60601-2-24). */
function skipWord(text: string, at: number, numeral: Numeral): number {
  if (numeral.han) return at + 1
  let end = numeral.end
  while (/[\dA-Za-z.]/.test(text[end] ?? '') || (text[end] === '-' && /\d/.test(text[end + 1] ?? ''))) end += 1
  return end
}

function readSpan(text: string, at: number, numeral: Numeral): Span | null {
  const sign = readSign(text, at)
  if (!sign) return null
  if (numeral.han && /[第几数多零〇一二两三四五六七八九十百千万亿每同统唯单]/.test(text[at - 1] ?? '')) return null
  const firstUnit = scanUnit(text, numeral.end, numeral.han)
  const first = sign.factor * numeral.value
  const range = readRange(text, firstUnit?.end ?? numeral.end, numeral, firstUnit?.unit ?? null)
  if (range) {
    const low = range.scale * first
    const value: [number, number] = low <= range.value ? [low, range.value] : [range.value, low]
    if (range.unit !== '' || mayBeBare(text, sign.start, range.end)) {
      return { start: sign.start, end: range.end, value, unit: range.unit, plusMinus: false }
    }
  }
  const span = { start: sign.start, value: first, plusMinus: sign.plusMinus }
  if (firstUnit) {
    if (numeral.han && !hanCounts(text, at, numeral, firstUnit.unit)) return null
    return { ...span, end: firstUnit.end, unit: firstUnit.unit }
  }
  if (numeral.share) return { ...span, value: tidy(first * 100), end: numeral.end, unit: '%' }
  if (numeral.han || (!numeral.multiplied && !mayBeBare(text, sign.start, numeral.end))) return null
  return { ...span, end: numeral.end, unit: '' }
}

/** The sign before a number, or null where the number belongs to a word (PM2.5, Li3N, M8). */
function readSign(text: string, at: number): { factor: number; plusMinus: boolean; start: number } | null {
  const previous = text[at - 1] ?? ''
  if (previous === '±') return { factor: 1, plusMinus: true, start: at - 1 }
  if (previous === '-' || previous === '+') {
    const earlier = text[at - 2] ?? ''
    if (/[\dA-Za-z%℃°]/.test(earlier))
      return previous === '-' && /[A-Za-z]/.test(earlier) ? null : { factor: 1, plusMinus: false, start: at }
    if (previous === '+' && text[at] !== undefined && earlier === '')
      return { factor: 1, plusMinus: false, start: at - 1 }
    return { factor: previous === '-' ? -1 : 1, plusMinus: false, start: at - 1 }
  }
  if (/[A-Za-z_₀-₉⁰¹²³⁴-⁹]/.test(previous)) return null
  if (previous === '.' && /[\dA-Za-z]/.test(text[at - 2] ?? '')) return null
  return { factor: 1, plusMinus: false, start: at }
}

/** The second half of a range; `scale` brings the first half to the same multiple (2~3万次). */
function readRange(text: string, at: number, first: Numeral, firstUnit: string | null) {
  if (first.share && firstUnit) return null
  separator.lastIndex = at
  const sep = separator.exec(text)
  if (!sep) return null
  const start = at + sep[0].length
  const second = readNumeral(text, start)
  if (!second || second.han !== first.han) return null
  const secondUnit = scanUnit(text, second.end, second.han)
  const word = /至|到/.test(sep[0])
  const unit = secondUnit?.unit ?? firstUnit ?? (second.share ? '%' : '')
  if (unit === '' && (word || sep[0].includes('-') || sep[0].includes('—'))) return null
  if (!secondUnit && firstUnit && !second.share && /[A-Za-z]/.test(text[second.end] ?? '')) return null
  let scale =
    second.multiplied && !first.multiplied && !firstUnit && first.value < 1000 ? magnitude(text, start, second) : 1
  if (firstUnit && secondUnit && firstUnit !== secondUnit.unit) {
    const [a, b] = [parseUnit(firstUnit), parseUnit(secondUnit.unit)]
    if (!a || !b || a.key !== b.key || a.offset !== b.offset) return null
    scale = a.factor / b.factor
  }
  const shares = second.share && !secondUnit ? 100 : 1
  const value = tidy((sep[1] === '-' ? -1 : 1) * second.value * shares)
  return { value, unit, scale: first.share ? scale * shares : scale, end: secondUnit?.end ?? second.end }
}

/** What the multiplier behind the second number is worth (万 → 10,000). */
function magnitude(text: string, start: number, numeral: Numeral): number {
  const digits = /^[\d.,]+/.exec(text.slice(start, numeral.end))
  return digits ? tidy(numeral.value / Number(digits[0].replaceAll(',', ''))) : 1
}

/** Names that are followed by a number without a unit. */
const unitless =
  /(?:^|[^A-Za-z])(?:pH|COP|EER|IPLV|GWP|ODP|PUE|AUC|mAP|IoU|mIoU|Dice|BLEU|MOS|SSIM|Cpk|Kappa|F1|RMSE|MAE|R²|ΔE)(?:值|为|达|达到|约|指数|系数)?\s*$/i

/** A bare number counts only straight behind a name or a comparator, and not as part of a code. */
function mayBeBare(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd()
  if (/(?:^|[^A-Za-z\d])[A-Zα-ω][A-Za-z]{0,4}$/.test(before) && /\d\.\d/.test(text.slice(start, end))) return true
  if (unitless.test(before)) return !/^[A-Za-z\-/×#]/.test(text.slice(end, end + 1))
  if (!/[\u4e00-\u9fff=:：≥≤<>)]$/.test(before)) return false
  if (/[第年月在图表式]$/.test(before)) return false
  return !/^(?:[A-Za-z\-/.×#₀-₉]|\s?[A-Z]|\s?(?:型|号|系|英寸|年[^限内]|月|日|栋|届|项?专利|家|所|多家|余家|发|收|模态))/.test(
    text.slice(end, end + 4),
  )
}

/** 三年, 五百倍 and 两万次 count; 一次, 一种, 一步 and the 百 of 百种 are words. */
function hanCounts(text: string, at: number, numeral: Numeral, unit: string): boolean {
  const words = text.slice(at, numeral.end)
  if (/^[百千万亿]/.test(words)) return false
  const dims = parseUnit(unit)
  if (words === '一' && dims?.pure) return false
  if (words === '半') return dims?.key === 's^1'
  return true
}
