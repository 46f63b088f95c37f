import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { stopWords } from './stop-words'

// The v flag takes Han out of the letters: without that, "plc控制系统" would be one Latin token.
const foreignRun = new RegExp('[[\\p{L}\\p{N}]--\\p{Script=Han}]+', 'gv')
const hanRun = /\p{Script=Han}+/gu
const notHan = /[^\p{Script=Han}]+/gu
const figure = /^\p{N}+$/u

/** Units of measurement that stand alone after a number; glued to one (10kv) they stay part of a model or rating. */
const unitTokens = new Set(
  'mm cm dm km nm um μm m g kg mg ug μg t l ml ul μl s ms us μs ns min h hz khz mhz ghz v kv mv a ma ka w kw mw gw kwh wh j kj mj pa kpa mpa gpa bar k db dbm dpi ppm ppb wt vol rpm r mol mmol nm3 m2 m3 cm2 cm3'.split(
    ' ',
  ),
)

let jieba: Jieba | undefined

/** The dictionary is loaded at first use: it takes about a second. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/** Words of a normalised text in jieba's search mode (long words and their parts), less function words, Latin tokens whole. */
export function words(text: string): string[] {
  const found: string[] = []
  for (const word of segmenter().cutForSearch(text.replace(notHan, ' '), true)) {
    if (word !== ' ' && !stopWords.has(word)) found.push(word)
  }
  return found.concat(latinTokens(text))
}

/** Words in their order, not overlapping: for phrases and keywords. Latin tokens included. */
export function plainWords(text: string): string[] {
  return segmenter()
    .cut(text, true)
    .filter((word) => word.trim() !== '')
}

/** All pieces of a text by the dictionary alone: what it does not know falls into single characters instead of being guessed at. */
export function surePieces(text: string): string[] {
  return segmenter().cut(text, false)
}

/** Latin, Greek and formula tokens of a normalised text: gan, al2o3, 5g, 10kv. Bare numbers and units are no terms. */
export function latinTokens(text: string): string[] {
  return (text.match(foreignRun) ?? []).filter(
    (token) => !figure.test(token) && !unitTokens.has(token) && !stopWords.has(token) && token.length <= 40,
  )
}

/** Pairs of neighbouring Han characters; a lone character stands for itself. */
export function hanBigrams(text: string): string[] {
  const found: string[] = []
  for (const run of text.match(hanRun) ?? []) {
    const characters = [...run]
    if (characters.length === 1) found.push(run)
    for (let i = 1; i < characters.length; i++) found.push(characters[i - 1]! + characters[i]!)
  }
  return found
}

export function hanCharacters(text: string): string[] {
  return text.match(/\p{Script=Han}/gu) ?? []
}
