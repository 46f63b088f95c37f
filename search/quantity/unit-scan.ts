import { parseUnit } from './unit'
import { fieldCounted } from './field-units'
import { endsWeighable, formulaInText, goodsInText } from './unit-matter'
import { atoms } from './unit-table'

const list = (words: string) => new Set(words.split(' '))
/** Symbols that are units only in a field of their own, never where they happen to follow a number in prose. */
const notInProse = list(
  '1 x X × in ft 分 时 平 道 重 度 丝 回 角 班 线 面 点 位 代 节 组 对 目 模 门 层 行 架 场 段 车 包 阶 折 维 核 样 塔 跳 网格 项 支 座 副 细胞 通道 M P Da cp day cell b B F H S T l 斤 法 欧 安 亨 焦 巴 摩 赫 牛 工单 靶 芯 卷 单 字 周 线对 匝 株系 循环 :1 G D MP PS HA HD HK sq □ gal Gal rem As St EU eq Eq Ma oz mil kn RT mD μD CMD cmd 剂 参数 布氏 维氏',
)
for (const noun of fieldCounted) notInProse.add(noun)
/** …of which these may stand behind Arabic digits. */
const behindDigits = list(
  '周 重 项 层 级 点 位 组 对 目 维 核 节 道 阶 支 座 副 平 字 线对 通道 M 斤 循环 T H F S B 工单 网格 in 度 代 样 卷 车 单 门 MP PS HA HD kn RT mil oz mD μD EU Ma 剂',
)
for (const noun of fieldCounted) behindDigits.add(noun)
const later = (symbol: string) => !/^(?:1|x|X|×)$/.test(symbol)
const arabic = (symbol: string) => !notInProse.has(symbol) || behindDigits.has(symbol)
const afterHan = (symbol: string) => !notInProse.has(symbol) && !/^(?:[fpnμumcdhkKMGTP]?[a-zA-ZΩμε]{1,2})$/.test(symbol)
const latinAfterHan = list('mm cm m km μm nm kg g t h min s d MPa kPa kW MW V A ℃ °C dB L mL')

const longest = Math.max(...[...atoms.keys()].map((symbol) => symbol.length))
const power = /\^\(?-?\d(?:\/2)?\)?|[⁻]?[¹²³⁴½]|[23](?![\d.])/y
const equivalent = /\((?:A|Si)\)/y
const relativeTo = /[ ]?(?:F\.?S\.?|RH|满量程)(?![A-Za-z])/y
const fraction = /(?:vol|wt|at|mol)\.?(?=[%‰])/y
const hanMultiplier = /(?:百万|万|亿|千)(?=[a-zA-Z元次件个只片台套吨平立条张株头人词像热字升])/y
const divisor =
  /[ ]?(?:\/|每(?=平方|立方|[千毫微厘升克米秒]|百?公里|十公里|公斤|吨|亩|公顷|天|年|平米|瓦|小时|分钟|分(?![之米子辨贝类区项支段批组层钱期])))[ ]?/y
const product = /[ ]?[·*⋅][ ]?/y
const ahead = /√?(?:\d{1,4}(?:\.\d+)?)?(?:十万|百万|万|千|百|十)?/y
/** Units that may begin with their divisor: 4.9×10⁻⁶/K, 3000万/mL. */
const bareDivisor = /\/(?=(?:K|℃|°C|mL|ml|L|g|h|d|a|年|天|mm|cm|km|m)(?![A-Za-z])|(?:公里|立方米|平方米|毫升|小时))/y
const inverse = /⁻[¹²³]|\^-\d/y

/** 20:1, and not 8:15 or 1:100. */
const toOne = /:1(?![\d.:])/y

function end(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Where the longest allowed symbol at `at` ends, −1 when there is none; Latin letters may not go on behind it. */
function atomEnd(text: string, at: number, allowed: (symbol: string) => boolean): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const symbol = text.slice(at, at + length)
    if (!atoms.has(symbol) || !allowed(symbol)) continue
    if (/[A-Za-zΩμε]$/.test(symbol) && /[A-Za-zα-ω]/.test(text[at + length] ?? '')) {
      if (!endsWeighable.test(symbol) || end(formulaInText, text, at + length) < 0) continue
    }
    return at + length
  }
  return -1
}

function factorEnd(text: string, at: number, allowed: (symbol: string) => boolean): number {
  let to = atomEnd(text, at, allowed)
  if (to < 0) return -1
  for (const pattern of [power, equivalent]) to = Math.max(to, end(pattern, text, to))
  return endsWeighable.test(text.slice(at, to))
    ? Math.max(to, end(formulaInText, text, to), end(goodsInText, text, to))
    : to
}

function laterEnd(text: string, at: number): number {
  return factorEnd(text, Math.max(at, end(ahead, text, at)), later)
}

/** Where the next '·x', '/x', '/(x·y)' or ' x⁻¹' ends, −1 when none follows. */
function tailEnd(text: string, at: number): number {
  const times = end(product, text, at)
  if (times > 0) return laterEnd(text, times)
  const over = end(divisor, text, at)
  if (over > 0) return text[over] === '(' ? groupEnd(text, over + 1) : laterEnd(text, over)
  if (text[at] !== ' ') return -1
  const to = atomEnd(text, at + 1, later)
  return to < 0 ? -1 : end(inverse, text, to)
}

function groupEnd(text: string, at: number): number {
  let to = laterEnd(text, at)
  while (to > 0 && text[to] !== ')') {
    const next = Math.max(end(product, text, to), text[to] === ' ' ? to + 1 : -1)
    to = next > 0 ? laterEnd(text, next) : -1
  }
  return to > 0 ? to + 1 : -1
}

/** The unit that begins at `at` of a folded text, behind Arabic or Chinese digits: as written, and where it ends; null when none does. */
export function scanUnit(text: string, at: number, han: boolean): { unit: string; end: number } | null {
  let start = text[at] === ' ' ? at + 1 : at
  const from = start
  for (const pattern of [fraction, hanMultiplier]) start = Math.max(start, end(pattern, text, start))
  const ratio = han ? -1 : Math.max(end(toOne, text, start), end(bareDivisor, text, from))
  if (ratio > 0 && text[ratio - 1] === '1') return { unit: ':1', end: ratio }
  let to =
    ratio > 0
      ? laterEnd(text, ratio)
      : factorEnd(text, start, han ? (symbol) => afterHan(symbol) || latinAfterHan.has(symbol) : arabic)
  if (to < 0) return null
  to = Math.max(to, end(relativeTo, text, to))
  const short = to
  for (let next = tailEnd(text, to); next > 0; next = tailEnd(text, to)) to = next
  for (const stop of [to, short]) {
    const unit = text.slice(from, stop)
    if (parseUnit(unit)) return { unit, end: stop }
  }
  return null
}
