import { Converter } from 'opencc-js/t2cn'

let toSimplified: ((text: string) => string) | undefined
const han = /\p{Script=Han}/u

/** NFKC, lower case, simplified characters. The length may change. */
export function normalize(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  return han.test(folded) ? simplify(folded) : folded
}

/** The dictionary is loaded at first use: it takes a tenth of a second. */
function simplify(text: string): string {
  toSimplified ??= Converter({ from: 'tw', to: 'cn' })
  return toSimplified(text)
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
