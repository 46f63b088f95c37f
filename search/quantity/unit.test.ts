import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, convert, parseUnit } from './index'
import type { Target } from './index'

const near = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)))

describe('units', () => {
  it.each([
    [25, 'L/min', 'm³/h', 1.5],
    [0.3, '角分', '角秒', 18],
    [0.41, 'kWh/kg', 'Wh/kg', 410],
    [380, 'mΩ·cm²', 'Ω·cm^2', 0.38],
    [0.03, 'cm²·K/W', 'K·mm²/W', 3],
    [18.5, 'mW/(m·K)', 'W/(m·℃)', 0.0185],
    [1.8, '毫克每平方厘米', 'mg/cm2', 1.8],
    [2, '兆帕', 'bar', 20],
    [0.12, '万次', '次', 1200],
    [1.2, '万元', '元', 12000],
    [3, 'ppb', '‰', 3e-6],
    [6, 'µm', 'um', 6],
    [3000, 'r/min', '转/秒', 50],
    [2.5, '‰FS', '%FS', 0.25],
    [0.02, 'µg-TEQ/kg', 'ng-TEQ/kg', 20],
    [2, 'μg/L', 'mg/m^3', 2],
    [1, 'd', '小时', 24],
    [5.5, 't/h', '吨/天', 132],
    [1000, 'kg·m⁻³', 'g/cm³', 1],
    [36, 'km/h', 'm·s^-1', 10],
    [7, '件/小时', '件/h', 7],
    [65, 'ｄＢ', 'dB', 65],
  ])('%d %s is %s', (value, from, to, expected) => {
    expect(near(convert(value, from, to))).toBe(expected)
  })

  it('keeps counted things, money and quantities apart', () => {
    expect(convert(1, '次', '片')).toBeNull()
    expect(convert(1, '元', '次')).toBeNull()
    expect(convert(1, 'h', 'm')).toBeNull()
    expect(convert(1, '美元', '元')).toBeNull()
    expect(parseUnit('foo/kg')).toBeNull()
  })

  it('shifts a temperature, and not a difference of temperatures', () => {
    expect(convert(300, 'K', '℃')).toBeCloseTo(26.85, 9)
    expect(convert(5, 'K', '℃', { difference: true })).toBe(5)
  })

  it('comes back to the value it started from', () => {
    const families = [
      ['nm', 'µm', '毫米', 'km'],
      ['s', 'min', 'h', '天'],
      ['Pa', 'MPa', 'bar'],
      ['%', '‰', 'ppm'],
      ['K', '℃'],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...families).chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units))),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        ([from, to], value) => {
          const there = convert(value, from, to)!
          const back = convert(there, to, from)!
          return Math.abs(back - value) <= 1e-6 * Math.max(1, value)
        },
      ),
    )
  })
})

describe('compare', () => {
  const target = (patch: Partial<Target>): Target => ({
    name: '回差',
    comparator: '<=',
    value: 20,
    unit: '角秒',
    must: true,
    ...patch,
  })

  it('lets equality meet, and tells by how much', () => {
    expect(compare(target({}), 20, '角秒')).toMatchObject({ verdict: 'met', difference: 0 })
    expect(compare(target({}), 0.3, '角分')).toMatchObject({ verdict: 'met', difference: 0.1, converted: 18 })
    expect(compare(target({}), 25, '角秒')).toMatchObject({ verdict: 'missed', difference: -0.25 })
    expect(compare(target({ comparator: '>=' }), 25, '角秒')).toMatchObject({ verdict: 'met', difference: 0.25 })
  })

  it('wants a range covered whole', () => {
    const range = target({ name: '工作温度', comparator: 'between', value: -20, valueTo: 60, unit: '℃' })
    expect(compare(range, [-30, 60], '℃').verdict).toBe('met')
    expect(compare(range, [-10, 80], '℃').verdict).toBe('missed')
    expect(compare({ ...range, valueTo: null }, [-10, 80], '℃').verdict).toBe('unknown')
  })

  it('knows nothing where the units do not fit', () => {
    expect(compare(target({}), 20, 'mm')).toEqual({ verdict: 'unknown', difference: null, converted: null })
    expect(compare(target({}), Number.NaN, '角秒').verdict).toBe('unknown')
  })

  it('never turns met into missed when a value gets better', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (value, by) => {
          const more = target({ comparator: '>=', value: 100 })
          return compare(more, value, '角秒').verdict !== 'met' || compare(more, value + by, '角秒').verdict === 'met'
        },
      ),
    )
  })
})
