import { Converter } from 'opencc-js/t2cn'

/** NFKC, lower case, simplified characters. The length may change. */
export function normalize(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
}

interface Simplifier {
  /** Characters that are not already simplified. */
  traditional: RegExp
  convert: (text: string) => string
}

let simplifier: Simplifier | undefined

/** Most texts need no conversion, and finding that out is a hundred times faster than converting. */
function simplify(text: string): string {
  simplifier ??= loadSimplifier()
  return simplifier.traditional.test(text) ? simplifier.convert(text) : text
}

/** The dictionary is loaded at first use: it takes a tenth of a second. */
function loadSimplifier(): Simplifier {
  const convert = Converter({ from: 'tw', to: 'cn' })
  let traditional = ''
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    if (convert(character) !== character) traditional += character
  }
  return { traditional: new RegExp(`[${traditional}]`), convert }
}

/** A normalised text that remembers where each of its characters came from. */
export interface AlignedText {
  original: string
  text: string
  /** For each index of `text` (and one past its end) the index in `original`. */
  origin: number[]
}

/** Like `normalize`, character by character so that offsets can be followed back. */
export function align(original: string): AlignedText {
  let text = ''
  const origin: number[] = []
  let at = 0
  for (const character of original) {
    const folded = character.normalize('NFKC').toLowerCase()
    for (let i = 0; i < folded.length; i++) origin.push(at)
    text += folded
    at += character.length
  }
  origin.push(at)
  const simplified = simplify(text)
  return { original, text: simplified.length === text.length ? simplified : text, origin }
}
