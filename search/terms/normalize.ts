import { Converter } from 'opencc-js/t2cn'

/** NFKC, lower case, simplified characters. The length may change. */
export function normalize(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
}

interface Simplifier {
  /** By code: 1 for characters that are not already simplified. */
  traditional: Uint8Array
  convert: (text: string) => string
}

let simplifier: Simplifier | undefined

/** Most texts need no conversion, and finding that out is a hundred times faster than converting. */
function simplify(text: string): string {
  simplifier ??= loadSimplifier()
  const { traditional, convert } = simplifier
  for (let at = 0; at < text.length; at++) if (traditional[text.charCodeAt(at)] === 1) return convert(text)
  return text
}

/** The dictionary is loaded at first use: it takes a tenth of a second. */
function loadSimplifier(): Simplifier {
  const convert = Converter({ from: 'tw', to: 'cn' })
  const traditional = new Uint8Array(0x10000)
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    if (convert(character) !== character) traditional[code] = 1
  }
  return { traditional, convert }
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
