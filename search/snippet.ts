import type { Snippet } from './engine'
import { align, type AlignedText } from './terms/normalize'

/** The part of `text` (about `width` characters) that holds most of the terms, and where they stand in it. Terms are normalised. */
export function snippet(source: string | AlignedText, terms: readonly string[], width = 120): Snippet {
  const aligned = typeof source === 'string' ? align(source) : source
  const text = aligned.original
  const marks = occurrences(aligned, terms)
  const start = bestStart(marks, text.length, width)
  const end = Math.min(text.length, start + width)
  const before = start > 0 ? '…' : ''
  const after = end < text.length ? '…' : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  }
}

/** A whole text with the places of the terms. */
export function highlight(text: string, terms: readonly string[]): Snippet {
  return { text, marks: occurrences(align(text), terms) }
}

/** Where the terms stand in a text: [start, end) into the text as given, ascending, joined where they touch. */
function occurrences(aligned: AlignedText, terms: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  for (const term of terms) {
    if (term === '') continue
    for (let at = aligned.text.indexOf(term); at >= 0; at = aligned.text.indexOf(term, at + term.length)) {
      if (!standsAlone(aligned.text, at, term)) continue
      found.push([aligned.origin[at]!, endOf(aligned.origin, at + term.length)])
    }
  }
  return joined(found)
}

/** A Latin term must not be part of a longer one: `gan` is not in `organ`. Han terms stand anywhere. */
function standsAlone(text: string, at: number, term: string): boolean {
  return !(
    (isLatin(term.charAt(0)) && isLatin(text.charAt(at - 1))) ||
    (isLatin(term.charAt(term.length - 1)) && isLatin(text.charAt(at + term.length)))
  )
}

function isLatin(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character)
}

/** One original character may have become several: end behind the one that the last index came from. */
function endOf(origin: readonly number[], end: number): number {
  let at = end
  while (at < origin.length - 1 && origin[at] === origin[end - 1]) at++
  return origin[at]!
}

function joined(marks: [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

function bestStart(marks: readonly [number, number][], length: number, width: number): number {
  if (length <= width || marks.length === 0) return 0
  let best = 0
  let bestCover = -1
  for (const [from] of marks) {
    const start = Math.max(0, Math.min(from - 12, length - width))
    let cover = 0
    for (const [a, b] of marks) if (a >= start && b <= start + width) cover += b - a
    if (cover > bestCover) {
      bestCover = cover
      best = start
    }
  }
  return best
}
