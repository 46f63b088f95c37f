/** Where clauses and sentences of a folded text begin and end, and the words beside a figure. */

const comma = /[,，;；。!?！？\n]/
const near = /[,，;；。!?！？\n、:：|]/

/** True when the character ends a clause; a point only where it ends an English sentence. */
function ends(text: string, at: number, pattern: RegExp): boolean {
  const c = text[at]!
  if (c === '.') return /[\s]/.test(text[at + 1] ?? ' ') && !/\d/.test(text[at - 1] ?? '0')
  if (c === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false
  return pattern.test(c)
}

/** The words from the last clause mark or the previous figure up to a figure; `aside` when it stands in brackets. */
export function wordsBefore(text: string, start: number, previousEnd: number): { words: string; aside: boolean } {
  let words = ''
  let at = start - 1
  while (at >= 0 && /[\s:：=≥≤<>~"“]/.test(text[at]!)) {
    words = text[at]! + words
    at -= 1
  }
  const parts: string[] = []
  while (at >= 0) {
    const c = text[at]!
    if (c === ')') {
      const open = text.lastIndexOf('(', at)
      if (open < 0 || at - open > 40) break
      parts.push(open >= previousEnd ? text.slice(open, at + 1) : ' ')
      at = open - 1
      continue
    }
    if (c === '(') return { words: parts.reverse().join('') + words, aside: true }
    if (at < previousEnd || ends(text, at, near)) break
    parts.push(c)
    at -= 1
  }
  return { words: parts.reverse().join('') + words, aside: isAside(text, start) }
}

function isAside(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at < 60; at--) {
    if (text[at] === ')' || ends(text, at, comma)) return false
    if (text[at] === '(') return true
  }
  return false
}

/** The words behind a figure up to the next clause mark or figure; `owned` are those that cannot be the next figure's name. */
export function wordsAfter(text: string, end: number, nextStart: number): { words: string; owned: string } {
  let at = end
  if (text[at] === '(') {
    const close = text.indexOf(')', at)
    if (close > 0 && close - at < 30 && close < nextStart) at = close + 1
  }
  const from = at
  while (at < nextStart && at < text.length && !ends(text, at, near) && text[at] !== '(' && text[at] !== ')') at += 1
  const words = text.slice(from, at)
  if (at < nextStart || nextStart >= text.length) return { words, owned: words }
  const bound = /^[^]*?(?:下|时|后|处|内|的)/.exec(words)
  return { words, owned: bound ? bound[0] : '' }
}

/** The comma clause around a figure, and the part of it before the figure. */
export function clauseAround(text: string, start: number, end: number): { text: string; before: string } {
  let from = start
  while (from > 0 && !ends(text, from - 1, comma)) from -= 1
  let to = end
  while (to < text.length && !ends(text, to, comma)) to += 1
  return { text: text.slice(from, to).trim(), before: text.slice(from, start) }
}

/** The sentence of the original text around a figure. */
export function sentenceAround(original: string, text: string, start: number, end: number): string {
  const stop = /[。;；!?！？\n]/
  let from = start
  while (from > 0 && !ends(text, from - 1, stop)) from -= 1
  let to = end
  while (to < text.length && !ends(text, to, stop)) to += 1
  if (/[。!?！？.]/.test(text[to] ?? '')) to += 1
  return original.slice(from, to).trim()
}
