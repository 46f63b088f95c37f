import { normalize } from './normalize'
import { hanBigrams, hanCharacters, latinTokens, words } from './segment'

/** Three ways to look at one text; the scorer adds them up. */
export type View = 'words' | 'grams' | 'chars'
export const views: readonly View[] = ['words', 'grams', 'chars']

/** Occurrences by term. */
export type TermCounts = Map<string, number>
export type TermBag = Record<View, TermCounts>

/** A bag as stored: per view the terms separated by spaces, a count above 1 written behind a colon (`碳化硅:3 外延`). */
export type TermVector = Record<View, string>

/** Terms of several pieces of text together; nothing joins across two pieces. */
export function termBag(pieces: readonly string[]): TermBag {
  const text = normalize(pieces.join('\n'))
  const latin = latinTokens(text)
  return {
    words: count(words(text)),
    grams: count(hanBigrams(text), latin),
    chars: count(hanCharacters(text), latin),
  }
}

/** The pieces of a document that words are looked for in. */
export function documentPieces(document: { title: string; text: string; keywords: readonly string[] }): string[] {
  return [document.title, ...document.keywords, document.text]
}

/** What the index job stores beside a document. */
export function termVector(document: { title: string; text: string; keywords: readonly string[] }): TermVector {
  const bag = termBag(documentPieces(document))
  return { words: encode(bag.words), grams: encode(bag.grams), chars: encode(bag.chars) }
}

export function readVector(vector: TermVector): TermBag {
  return { words: decode(vector.words), grams: decode(vector.grams), chars: decode(vector.chars) }
}

const prefix: Record<View, string> = { words: 'w', grams: 'g', chars: 'c' }

/** The name of a term of one view in document frequencies: `w:碳化硅`. */
export function termKey(view: View, term: string): string {
  return `${prefix[view]}:${term}`
}

/** All keys of a document: each counts once in its document frequencies. */
export function termKeys(vector: TermVector): string[] {
  return views.flatMap((view) => [...decode(vector[view]).keys()].map((term) => termKey(view, term)))
}

/** Number of term occurrences per view. */
export function vectorLengths(vector: TermVector): Record<View, number> {
  return { words: length(vector.words), grams: length(vector.grams), chars: length(vector.chars) }
}

function length(encoded: string): number {
  let sum = 0
  eachTerm(encoded, (_, occurrences) => (sum += occurrences))
  return sum
}

function count(...lists: readonly string[][]): TermCounts {
  const counts: TermCounts = new Map()
  for (const list of lists) for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function encode(counts: TermCounts): string {
  return [...counts].map(([term, occurrences]) => (occurrences > 1 ? `${term}:${occurrences}` : term)).join(' ')
}

function decode(encoded: string): TermCounts {
  const counts: TermCounts = new Map()
  eachTerm(encoded, (term, occurrences) => counts.set(term, occurrences))
  return counts
}

const space = ' '
const colon = ':'.charCodeAt(0)
/** No term occurs more often than a number of so many digits says. */
const mostDigits = 6

/** Walks one view of a stored vector without building a map. Matching spends much of its time here. */
export function eachTerm(encoded: string, visit: (term: string, occurrences: number) => void): void {
  for (let at = 0; at < encoded.length;) {
    let end = encoded.indexOf(space, at)
    if (end < 0) end = encoded.length
    let mark = end - 2
    for (let digits = 1; digits < mostDigits && mark > at && encoded.charCodeAt(mark) !== colon; digits++) mark -= 1
    if (mark > at && encoded.charCodeAt(mark) === colon)
      visit(encoded.slice(at, mark), Number(encoded.slice(mark + 1, end)))
    else visit(encoded.slice(at, end), 1)
    at = end + 1
  }
}
