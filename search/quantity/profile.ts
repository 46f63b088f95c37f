import { complements, dimensionsOf, related } from './concept-relations'
import { quantities, type Direction } from './concepts'
import { fold } from './numerals'
import { substances } from './substances'

/** What the words around a figure, or a target's name, speak of. */
export interface Profile {
  /** ids of quantity concepts */
  quantities: ReadonlySet<string>
  /** ids of what those are kinds of, by the last word of their names: 定位误差 is a kind of 误差 */
  genera: ReadonlySet<string>
  /** ids of substances */
  substances: ReadonlySet<string>
  /** Han bigrams and Latin words with their weight */
  grams: ReadonlyMap<string, number>
  weight: number
  /** Han characters that tell something, each with its weight; two names of one quantity often share but one */
  chars: ReadonlyMap<string, number>
}

interface Word {
  text: string
  id: string
}

/** Words by their first two characters (or their only one), the longest first. */
type Lexicon = Map<string, Word[]>

const names: Lexicon = new Map()
const substanceNames: Lexicon = new Map()
const directions = new Map<string, Direction>()
for (const [id, better, words] of quantities) {
  directions.set(id, better)
  for (const word of words.split(' ')) addWord(names, word.toLowerCase(), id)
}
substances.forEach((words, i) => {
  for (const word of words.split(' ')) addWord(substanceNames, word, `substance-${i}`)
})
for (const lexicon of [names, substanceNames])
  for (const words of lexicon.values()) words.sort((a, b) => b.text.length - a.text.length)

function addWord(lexicon: Lexicon, text: string, id: string) {
  const start = text.slice(0, 2)
  const list = lexicon.get(start) ?? []
  list.push({ text, id })
  lexicon.set(start, list)
}

const none: readonly Word[] = []
/** The words that may begin at a place of a text, the longest first. */
function wordsAt(lexicon: Lexicon, text: string, at: number): readonly Word[] {
  const one = lexicon.get(text[at]!)
  const more = at + 1 < text.length ? lexicon.get(text.slice(at, at + 2)) : undefined
  return one && more ? [...more, ...one] : (more ?? one ?? none)
}

const pairs = new Map<string, Set<string>>()
for (const [a, b] of complements) {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const set = pairs.get(x) ?? new Set<string>()
    set.add(y)
    pairs.set(x, set)
  }
}

const kin = new Map<string, Set<string>>()
for (const family of related) {
  for (const id of family) {
    const set = kin.get(id) ?? new Set<string>()
    for (const other of family) set.add(other)
    kin.set(id, set)
  }
}

/** How two sets of quantity words stand to each other, of concepts that a figure of this dimension can carry. */
export function relation(
  a: Profile,
  b: Profile,
  physical: string,
): 'same' | 'genus' | 'related' | 'other' | 'new' | 'silent' {
  let seen = false
  let others = false
  let akin = false
  for (const x of a.quantities) {
    if (!carries(x, physical)) continue
    seen = true
    for (const y of b.quantities) {
      if (!carries(y, physical)) continue
      if (x === y) return 'same'
      others = true
      if (kin.get(x)?.has(y)) akin = true
    }
  }
  if (!seen) return [...b.quantities].some((y) => carries(y, physical)) ? 'new' : 'silent'
  if (!others) return 'silent'
  if (complementary(a, b)) return akin ? 'related' : 'other'
  const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].some((id) => carries(id, physical) && other.has(id))
  if (shares(a.genera, b.quantities) || shares(b.genera, a.quantities)) return 'genus'
  return akin || shares(a.genera, b.genera) ? 'related' : 'other'
}

function carries(id: string, physical: string): boolean {
  const dims = dimensionsOf[id]
  return dims === undefined || dims.includes(physical)
}

/** True when some concept of the one is the rest to 100 % of some concept of the other. */
export function complementary(a: Profile, b: Profile): boolean {
  for (const id of a.quantities) {
    const others = pairs.get(id)
    if (others) for (const other of b.quantities) if (others.has(other)) return true
  }
  return false
}

/**
 * Which way a quantity with this name is better; '' when its words do not say, or disagree. 精度 of a small share or of
 * any other unit is an error (0.1 %, 0.02 mm: less is better), 精度 of 98 % a share of right ones; `share` is the value in
 * base units where the figure is a ratio, null elsewhere.
 */
export function betterDirection(name: string, share: number | null = null): Direction {
  const ids = profileOf(name).quantities
  if (ids.has('precise')) return share !== null && share > 0.5 ? '>' : '<'
  let found: Direction = ''
  for (const id of ids) {
    const direction = directions.get(id) ?? ''
    if (direction === '') continue
    if (found !== '' && found !== direction) return ''
    found = direction
  }
  return found
}

/** Words that say little about which quantity it is. */
const weak =
  /^(时间|次数|范围|能力|数量|程度|水平|最大|最小|平均|最高|最低|系统|装置|设备|整机|单机|单次|产品|样品|可用|适用|支持|达到|小于|大于|低于|高于|不大|不小|不低|不超|以上|以下|以内|总体|整体|综合|典型|额定|峰值|稳定|相对|可同|全程|单个|单只|过程|条件|使用|工作|运行|检测|测量|处理|控制|误差|精度|效率|速度|温度|成本|密度|强度|功率)$/
/** How much a character tells: the more names of quantities hold it, the less. */
const charWorth = (() => {
  const all = quantities.flatMap(([, , words]) => words.split(' '))
  const holders = new Map<string, number>()
  for (const name of all) for (const char of new Set(name)) holders.set(char, (holders.get(char) ?? 0) + 1)
  const worth = new Map(
    [...holders].map(([char, count]) => [char, (1 - Math.log(1 + count) / Math.log(1 + all.length)) ** 1.5]),
  )
  return (char: string) => worth.get(char) ?? 1
})()
const latin = /[a-zα-ωΔ][a-z0-9α-ω₀-₉+⁺⁻-]*/g
const cache = new Map<string, Profile>()
const cacheLimit = 4000

/** The profile of a text of some words. */
export function profileOf(words: string): Profile {
  const known = cache.get(words)
  if (known) return known
  const profile = read(fold(words))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(words, profile)
  return profile
}

function read(words: string): Profile {
  const text = words.replace(/[₀-₉]/g, (c) => String(c.charCodeAt(0) - 0x2080)).replace(/每(?=[\u4e00-\u9fff])/g, '单')
  const lower = text.toLowerCase()
  const found = { quantities: new Set<string>(), genera: new Set<string>(), substances: new Set<string>() }
  const grams = new Map<string, number>()
  let covered = 0
  for (let at = 0; at < text.length; at++) {
    for (const word of wordsAt(names, lower, at)) {
      if (lower.startsWith(word.text, at) && at + word.text.length > covered && whole(text, at, word.text)) {
        found.quantities.add(word.id)
        if (word.id === 'precise') found.quantities.add('error')
        covered = at + word.text.length
        for (const genus of generaOf(word)) found.genera.add(genus)
        break
      }
    }
    for (const word of wordsAt(substanceNames, text, at)) {
      if (text.startsWith(word.text, at) && whole(text, at, word.text)) found.substances.add(word.id)
    }
    if (isHan(text, at) && isHan(text, at + 1)) {
      const gram = text.slice(at, at + 2)
      grams.set(gram, weak.test(gram) ? 0.35 : 1)
    }
  }
  for (const [word] of lower.matchAll(latin)) if (word.length > 1) grams.set(word, 1.5)
  let weight = 0
  for (const value of grams.values()) weight += value
  const chars = new Map<string, number>()
  for (let at = 0; at < text.length; at++) if (isHan(text, at)) chars.set(text[at]!, charWorth(text[at]!))
  return { ...found, grams, weight, chars }
}

const generaCache = new Map<Word, readonly string[]>()
/** 起重量 is no kind of 重量: more of the one is better, of the other less. */
const opposed = (a: string, b: string): boolean =>
  !!directions.get(a) && !!directions.get(b) && directions.get(a) !== directions.get(b)

/** Ids of the shorter names that the name of a quantity ends with. */
function generaOf(word: Word): readonly string[] {
  const known = generaCache.get(word)
  if (known) return known
  const found: string[] = []
  for (let at = 1; at < word.text.length - 1; at++) {
    const tail = word.text.slice(at)
    for (const other of wordsAt(names, tail, 0))
      if (other.text === tail && other.id !== word.id && !opposed(word.id, other.id)) found.push(other.id)
  }
  generaCache.set(word, found)
  return found
}

/** Latin words count only whole: CO is not in CO2, nor in COD. */
function whole(text: string, at: number, word: string): boolean {
  if (!/^[A-Za-zΔ]/.test(word)) return true
  return !/[A-Za-z]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[at + word.length] ?? '')
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Share of the one's words that the other has too, 0 to 1. */
export function coverage(of: Profile, by: Profile): number {
  if (of.weight === 0) return 0
  let shared = 0
  for (const [gram, weight] of of.grams) if (by.grams.has(gram)) shared += weight
  return shared / of.weight
}

/** Share of the one's characters that the other has too, 0 to 1, by their weight. */
export function charCoverage(of: Profile, by: Profile): number {
  let shared = 0
  let weight = 0
  for (const [char, worth] of of.chars) {
    weight += worth
    if (by.chars.has(char)) shared += worth
  }
  return weight === 0 ? 0 : shared / weight
}

const bad = /漏|误|不|失|损|残|缺|废|坏|虚|差|杂|错|丢|破|裂|亏|欠/
const good = /好|良|成|合格|准|正|完|纯|检出|识别|保持|保留|有效|收|存活|达标|符合|一致|净/

/** True for a share of the good and a share of the bad of the same thing (完好率, 漏插率), by their words alone. */
export function oppositeShares(a: string, b: string): boolean {
  const [aBad, bBad] = [bad.test(a), bad.test(b)]
  return aBad !== bBad && good.test(aBad ? b : a)
}

export function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const id of a) if (b.has(id)) return true
  return false
}
