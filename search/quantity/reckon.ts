import { order, speaksOfDifference } from './compare'
import type { Evidence } from './listing'
import { complementary, coverage, oppositeShares, relation, type Profile } from './profile'
import type { AlignmentNote } from './types'
import { convertUnits, parseUnit, tidy, type Unit } from './unit'

type Value = number | [number, number]

/** A target's name and unit understood. */
export interface Wanted {
  name: string
  profile: Profile
  unit: Unit
  /** the conditions that the name states (2 A/cm², 662 keV), as figures */
  conditions: readonly { value: Value; unit: Unit }[]
  change: 'up' | 'down' | null
  /** true for what may be told as a change or as a level (去除率, 节电率) */
  eitherWay: boolean
  /** the target's value in base units: of a ratio the share */
  base: number
}

/** A figure brought to the target's unit; `strain` counts what had to be assumed. */
export interface Reckoned {
  value: Value
  note: AlignmentNote
  strain: number
}

const each = (value: Value, turn: (x: number) => number): Value =>
  typeof value === 'number' ? turn(value) : order(turn(value[0]), turn(value[1]))

/** The figure's value in the target's unit, in every way that an engineer would accept. */
export function reckon(wanted: Wanted, evidence: Evidence): Reckoned[] {
  const { unit: from, figure } = evidence
  const to = wanted.unit
  if (from.physical === to.physical) return sameDimension(wanted, evidence)
  const per = perNamedUnit(wanted, evidence)
  if (per) return [per]
  const inverse = reciprocal(wanted, evidence)
  if (inverse) return [inverse]
  const relative = relativeTo(wanted, evidence)
  if (relative) return [relative]
  const gaseous = asGas(wanted, evidence)
  if (gaseous) return [gaseous]
  const weighed = asWater(wanted, evidence)
  if (weighed) return [weighed]
  if (isAqueous(from, to, `${wanted.name} ${figure.clause}`)) {
    const factor = from.pure ? from.factor * 1000 : from.factor / 1000
    return [{ value: each(figure.value, (x) => tidy((x * factor) / to.factor)), note: 'aqueous', strain: 0.8 }]
  }
  return []
}

function sameDimension(wanted: Wanted, evidence: Evidence): Reckoned[] {
  const { unit: from, figure } = evidence
  const to = wanted.unit
  const difference = from.physical === 'K^1' && readsAsDifference(wanted.name, from, to, figure.value)
  const value = each(figure.value, (x) => convertUnits(x, from, to, difference))
  const plain: AlignmentNote =
    from.key !== to.key ? 'counted' : from.factor === to.factor && from.offset === to.offset ? 'direct' : 'converted'
  let strain = from.key !== to.key ? countStrain(from, to) : 0
  if (from.key === to.key && from.key === '') strain += pureStrain(from, to)
  if (from.relative !== to.relative) strain += 0.5
  if (from.key === '' && from.tag === 'ratio' && to.tag === 'ratio') {
    const assumed = complementStrain(wanted, evidence)
    if (assumed !== null) {
      const rest = each(value, (x) => tidy(1 / to.factor - x))
      return [{ value: rest, note: 'complement', strain: strain + assumed }]
    }
  }
  return [{ value, note: plain, strain }]
}

/**
 * What it takes to read a share as the rest of the target's: 0 for known pairs, more for what only the words suggest,
 * null when it is no such pair. 精度 and 准确度 below one half are errors already (±0.25 %FS).
 */
function complementStrain(wanted: Wanted, { unit, figure, near, nearText }: Evidence): number | null {
  const share = Math.abs(typeof figure.value === 'number' ? figure.value : figure.value[0]) * unit.factor
  if (share > 1) return null
  const opposite = share > 0.5 !== wanted.base > 0.5
  const accuracy = /精度|准确度|精准度|精确度|准度|误差|偏差|不确定|accuracy|precision|error|deviation/i
  if (complementary(wanted.profile, near)) {
    const loose = accuracy.test(wanted.name) && accuracy.test(nearText)
    if (loose && (!opposite || unit.relative !== null)) return null
    const anyLoss = near.quantities.has('loss') || wanted.profile.quantities.has('loss')
    return anyLoss && coverage(wanted.profile, near) === 0 ? null : 0
  }
  if (!opposite || relation(wanted.profile, near, '') === 'same') return null
  return coverage(wanted.profile, near) > 0.15 && oppositeShares(wanted.name, nearText) ? 1.8 : null
}

function readsAsDifference(name: string, from: Unit, to: Unit, value: Value): boolean {
  if (from.offset === to.offset) return true
  if (speaksOfDifference(name)) return true
  const size = Math.abs(typeof value === 'number' ? value : value[1])
  return from.offset === 0 && size < 150
}

/** Counted things that no other word of measure replaces. */
const own = /#(次|转|帧|拷贝|CFU|PFU|cell|U|decay|flop|op|token|px|lp|笔)\^/

/** 个, 种, 重 and a bare number may count the same things; 次 and 片 hardly. */
function countStrain(from: Unit, to: Unit): number {
  if (from.counted === '' || to.counted === '') return from.tag === 'ratio' || to.tag === 'ratio' ? 4 : 0.5
  return own.test(from.counted) || own.test(to.counted) ? 2.5 : 0.5
}

function pureStrain(from: Unit, to: Unit): number {
  if (from.tag === to.tag) return 0
  const bare = (unit: Unit) => unit.tag === null || unit.tag === 'times'
  return bare(from) && bare(to) ? 0.3 : 2.5
}

const perWords: readonly (readonly [RegExp, string])[] = [
  [/吨水|每方|每立方|方水/, 'm³'],
  [/吨|每t/, 't'],
  [/每循环|单循环|每次|每圈/, '次'],
  [/单位面积|每平方米|每平米|单平米|平米/, 'm²'],
  [/每小时|小时|时产|时处理/, 'h'],
  [/每分钟|分钟/, 'min'],
  [/每秒/, 's'],
  [/日|每天|天/, 'd'],
  [/每月|月/, '月'],
  [/每年|年/, '年'],
  [/万公里/, '10000km'],
  [/千公里/, '1000km'],
  [/百公里/, '100km'],
  [/十公里/, '10km'],
  [/每公里|公里/, 'km'],
  [/百米/, '100m'],
  [/每米|延米/, 'm'],
  [/每千克|每公斤/, 'kg'],
  [/每升/, 'L'],
  [/每亩|亩均|单亩/, '亩'],
  [/每公顷/, '公顷'],
  [/[每单][片张块]/, '片'],
  [/[每单][件只个台套]/, '件'],
  [/[每单][支瓶袋]/, '支'],
]

/** 吨料耗电 12 kWh is 12 kWh/t, 日作业 0.8万 m² is m²/d: the divisor stands in the name. */
function perNamedUnit(wanted: Wanted, { unit: from, figure, nearText }: Evidence): Reckoned | null {
  for (const [words, symbol] of perWords) {
    const divisor = parseUnit(symbol)!
    // 质保年限 in 年 is no share of a year.
    if (divisor.physical === wanted.unit.physical) continue
    if (words.test(nearText)) {
      const divided = parseUnit(`${figure.unit}/${symbol}`)
      if (divided && fits(divided, wanted.unit)) {
        return {
          value: each(figure.value, (x) => tidy((x * divided.factor) / wanted.unit.factor)),
          note: 'per_named_unit',
          strain: 0,
        }
      }
    }
    if (words.test(wanted.name) && fits(from, dividedBy(wanted.unit, divisor))) {
      const factor = (from.factor * divisor.factor) / wanted.unit.factor
      return { value: each(figure.value, (x) => tidy(x * factor)), note: 'per_named_unit', strain: 0.2 }
    }
  }
  return null
}

function fits(a: Unit, b: Unit): boolean {
  return a.physical === b.physical && (a.key === b.key || a.physical !== '')
}

function exponents(key: string): Map<string, number> {
  return new Map(
    key === ''
      ? []
      : key
          .split(' ')
          .map((part) => part.split('^') as [string, string])
          .map(([base, power]) => [base, Number(power)]),
  )
}

function writeKey(dims: Map<string, number>): string {
  return [...dims.entries()].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([base, power]) => `${base}^${power}`).join(' ') // prettier-ignore
}

const quotients = new Map<string, Unit>()
function dividedBy(unit: Unit, by: Unit): Unit {
  const id = `${unit.key}|${unit.factor}|${by.key}|${by.factor}`
  const known = quotients.get(id)
  if (known) return known
  const dims = exponents(unit.key)
  for (const [base, power] of exponents(by.key)) dims.set(base, (dims.get(base) ?? 0) - power)
  const key = writeKey(dims)
  const physical = writeKey(new Map([...dims].filter(([base]) => base[0] !== '#')))
  const quotient = { ...unit, factor: unit.factor / by.factor, key, physical, pure: physical === '', offset: 0 }
  if (quotients.size > 2000) quotients.clear()
  quotients.set(id, quotient)
  return quotient
}

const periodWords =
  /周期|间隔|节拍|刷新|更新|采样|频率|频次|帧|速率|每[一]?[个片件次只张样帧]|单[片件果个次样张只帧]|率|period|interval|rate/i

/** A period stands for its rate and a rate for its period: 5 ms is 200 Hz, 单件 60 s is 60 件/h. */
function reciprocal(wanted: Wanted, { unit: from, figure, nearText }: Evidence): Reckoned | null {
  const to = wanted.unit
  const isTime = (unit: Unit) => unit.physical === 's^1'
  const isRate = (unit: Unit) => unit.physical === 's^-1'
  if (!((isTime(from) && isRate(to)) || (isRate(from) && isTime(to)))) return null
  if (!periodWords.test(isTime(from) ? nearText : wanted.name)) return null
  const turn = (x: number) => tidy(1 / (x * from.factor) / to.factor)
  if (typeof figure.value === 'number' ? figure.value === 0 : figure.value[0] * figure.value[1] <= 0) return null
  return { value: each(figure.value, turn), note: 'reciprocal', strain: 0.3 }
}

/** A width at a stated value is a relative one: 12 keV at 662 keV is 1.81 %. */
function relativeTo(wanted: Wanted, { unit: from, figure, nearText }: Evidence): Reckoned | null {
  if (wanted.unit.tag !== 'ratio' || from.pure) return null
  if (!/分辨|半高宽|半峰宽|FWHM|线宽|相对|误差|偏差|resolution/i.test(nearText)) return null
  const base = wanted.conditions.find(
    (condition) => condition.unit.key === from.key && typeof condition.value === 'number',
  )
  if (!base || typeof base.value !== 'number' || base.value === 0) return null
  const factor = from.factor / (base.value * base.unit.factor) / wanted.unit.factor
  return { value: each(figure.value, (x) => tidy(x * factor)), note: 'relative', strain: 0.2 }
}

/** g/mol. */
const molarMasses: readonly (readonly [RegExp, number])[] = [
  [/NH3|氨(?!基|酸|氮)/, 17.03],
  [/SO2|二氧化硫/, 64.06],
  [/NOx|NO2|氮氧化物|二氧化氮/, 46.01],
  [/CO2|二氧化碳/, 44.01],
  [/CO(?![A-Za-z0-9])|一氧化碳/, 28.01],
  [/H2S|硫化氢/, 34.08],
  [/HCl|氯化氢/, 36.46],
  [/HF(?![A-Za-z])|氟化氢/, 20.01],
  [/O3|臭氧/, 48],
  [/CH4|甲烷/, 16.04],
  [/HCHO|甲醛/, 30.03],
  [/Cl2|氯气/, 70.91],
]
/** Litres of a mole of gas at 0 ℃ and 101.325 kPa, the state of emission limits. Source: HJ 57, HJ 693. */
const molarVolume = 22.4

/** Of a known gas, ppm by volume and mg/m³ stand for each other: 2 ppm of ammonia are 1.5 mg/m³. */
function asGas(wanted: Wanted, { unit: from, figure, nearText }: Evidence): Reckoned | null {
  const to = wanted.unit
  const isShare = (unit: Unit) => unit.key === '' && unit.tag === 'ratio' && unit.factor < 1e-4
  const isDensity = (unit: Unit) => unit.physical === 'kg^1 m^-3'
  if (!(isShare(from) && isDensity(to)) && !(isDensity(from) && isShare(to))) return null
  if (/水|液|溶/.test(wanted.name + nearText)) return null
  const words = (text: string) => text.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
  const gas =
    molarMasses.find(([name]) => name.test(words(nearText))) ??
    molarMasses.find(([name]) => name.test(words(wanted.name)))
  if (!gas) return null
  const density = gas[1] / 1000 / (molarVolume / 1000)
  const factor = isShare(from) ? from.factor * density : from.factor / density
  return { value: each(figure.value, (x) => tidy((x * factor) / to.factor)), note: 'gaseous', strain: 0.3 }
}

/** Kilograms in a cubic metre. */
const waterDensity = 1000

/** A ton of water is a cubic metre of it: 22 L/kg are 22 t/t. */
function asWater(wanted: Wanted, { unit: from, figure, nearText }: Evidence): Reckoned | null {
  if (!/水/.test(wanted.name) || !/水/.test(nearText + figure.unit)) return null
  for (const power of [1, -1]) {
    const dims = exponents(from.physical)
    dims.set('kg', (dims.get('kg') ?? 0) + power)
    dims.set('m', (dims.get('m') ?? 0) - 3 * power)
    if (writeKey(dims) !== wanted.unit.physical) continue
    const factor = (from.factor * waterDensity ** power) / wanted.unit.factor
    return { value: each(figure.value, (x) => tidy(x * factor)), note: 'aqueous', strain: 0.3 }
  }
  return null
}

/** ppm and mg/L are the same in water, where a litre weighs a kilogram. */
function isAqueous(from: Unit, to: Unit, words: string): boolean {
  const density = (unit: Unit) => unit.physical === 'kg^1 m^-3'
  const share = (unit: Unit) => unit.key === '' && unit.tag === 'ratio' && unit.factor < 1e-4
  return ((density(from) && share(to)) || (share(from) && density(to))) && /水|液|溶/.test(words)
}
