import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, parseFigures, parseUnit } from './index'
import { fieldCounted, fieldPlain, fieldPrefixed } from './field-units'
import { atoms } from './unit-table'

const near = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)))

describe('units of single fields', () => {
  it.each([
    // definitions: what a unit is in SI or in a better known one
    [20, ':1', '倍', 20],
    [1, '个百分点', '%', 1],
    [5, '‱', '%', 0.05],
    [9.5, 'MHU', 'kHU', 9500],
    [950, '万热单位', 'MHU', 9.5],
    [1, '元/吨水', '元/m³', 1],
    [0.3, 'kW·h/吨水', 'kWh/m³', 0.3],
    [35, 'kWh/t钢', 'kWh/吨', 35],
    [30, '处/百公里', '处/km', 0.3],
    [2.5, 'kgCOD/(m³·d)', 'g/(L·d)', 2.5],
    [300, 'kgce/t', 'gce/kg', 300],
    [1, 'tCO2e/MWh', 'kgCO2/kWh', 1],
    [5, 'mg KOH/g', 'mg/g', 5],
    [3, '度/吨', 'kWh/t', 3],
    [0.5, '元/度', '元/kWh', 0.5],
    [1, '度/s', '°/s', 1],
    [1, '°/h', '角秒/s', 1],
    [150, 'den', 'dtex', 166.667],
    [3, 'cN/dtex', 'N/tex', 0.3],
    [45, 'mN/m', 'dyn/cm', 45],
    [5, 'cP', 'mPa·s', 5],
    [46, 'cSt', 'mm²/s', 46],
    [20, 'LMH', 'L/(m²·h)', 20],
    [10, 'GFD', 'LMH', 16.9774],
    [1, 'bbl', 'L', 158.987],
    [1, 'cfm', 'm³/h', 1.69901],
    [1, 'slm', 'sccm', 1000],
    [10, 'cmH2O', 'kPa', 0.980665],
    [20, 'mH2O', 'MPa', 0.196133],
    [1, '冷吨', 'kW', 3.51685],
    [52, 'MGOe', 'kJ/m³', 413.803],
    [1, 'Oe', 'A/m', 79.5775],
    [1, 'krad(Si)', 'Gy', 10],
    [30, 'G', 'm/s²', 294.2],
    [10, 'kn', 'km/h', 18.52],
    [3, 'mD', 'μm²', 0.00296077],
    [4, 'mil', 'μm', 101.6],
    [1, 'Jones', 'cm·√Hz/W', 1],
    [5, 'nV/rtHz', 'nV/√Hz', 5],
    [6, 'MPa·m½', 'MPa·√m', 6],
    [6, 'MPa·m^1/2', 'kPa√m', 6000],
    [10, '10⁻⁶/K', 'ppm/℃', 10],
    [2, '×10^6 CFU/mL', 'CFU/mL', 2e6],
    [500, 'g/(m²·24h)', 'g/(m²·d)', 500],
    [600, 'UPH', '件/min', 10],
    [60, 'bpm', '次/s', 1],
    [1.2, '万像素', 'Mpx', 0.012],
    [86, '°F', '℃', 30],
    [700, 'HV0.3', 'HV', 700],
    [100, 'Vrms', 'mVrms', 1e5],
    [2, '亿次', '万次', 20000],
  ])('%d %s is %s', (value, from, to, expected) => {
    expect(near(convert(value, from, to))).toBe(expected)
  })

  it('keeps scales apart that no factor joins', () => {
    for (const [a, b] of [
      ['HRC', 'HV'],
      ['邵氏A', '邵氏D'],
      ['dBm', 'dB'],
      ['NTU', 'mg/L'],
      ['吨水', 't'],
      ['HB', '度'],
    ] as const)
      // prettier-ignore
      expect(convert(1, a, b)).toBeNull()
  })

  it('understands every symbol of the tables, alone and as a divisor', () => {
    const symbols = [...[...fieldPlain, ...fieldPrefixed].flatMap(([list]) => list.split(' ')), ...fieldCounted]
    for (const symbol of symbols) {
      expect(parseUnit(symbol), symbol).not.toBeNull()
      expect(parseUnit(`元/${symbol}`), symbol).not.toBeNull()
    }
  })

  it('gives no symbol a second meaning', () => {
    for (const [list, factor] of fieldPlain)
      for (const symbol of list.split(' ')) expect(atoms.get(symbol)?.factor, symbol).toBe(factor)
  })

  it('comes back to the value it started from, through any unit of the same dimension', () => {
    const byKey = new Map<string, string[]>()
    for (const symbol of atoms.keys()) {
      const unit = parseUnit(symbol)
      if (unit) byKey.set(unit.key, [...(byKey.get(unit.key) ?? []), symbol])
    }
    const families = [...byKey.values()].filter((family) => family.length > 1)
    fc.assert(
      fc.property(
        fc.constantFrom(...families).chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units))),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        ([from, to], value) => {
          const back = convert(convert(value, from, to)!, to, from)!
          return Math.abs(back - value) <= 1e-6 * Math.max(1000, value)
        },
      ),
    )
  })
})

describe('units and numbers in running text', () => {
  it.each([
    ['厚径比20:1的板', 20, ':1'],
    ['线膨胀系数4.9×10⁻⁶/K,', 4.9e-6, '/K'],
    ['细胞密度3000万/mL', 3e7, '/mL'],
    ['外投碳源0.12元/吨水。', 0.12, '元/吨水'],
    ['电耗35 kWh/t钢以内', 35, 'kWh/t钢'],
    ['负荷2.5 kgCOD/(m³·d)', 2.5, 'kgCOD/(m³·d)'],
    ['虚警30处每百公里', 30, '处每百公里'],
    ['透湿量500 g/(m²·24h)', 500, 'g/(m²·24h)'],
    ['硬度58 HRC', 58, 'HRC'],
    ['硬度85度', 85, '度'],
    ['可用性五个九', 99.999, '%'],
    ['可靠度达5个9', 99.999, '%'],
    ['寿命翻一番', 2, ''],
    ['产量翻了两番', 4, ''],
    ['寿命是原来的两倍半', 2.5, '倍'],
    ['耗时一个半小时', 1.5, '小时'],
    ['回本要2年半', 2.5, '年'],
    ['氧增量百万分之一百五十', 0.015, '%'],
    ['迟滞千分之十八', 1.8, '%'],
    ['得色量多一成五', 15, '%'],
    ['像素1.3亿像素', 1.3e8, '像素'],
    ['处理三百五十吨', 350, '吨'],
    ['月供两万三吨', 23000, '吨'],
  ])('%s', (text, value, unit) => {
    expect(parseFigures(text)).toMatchObject([{ value, unit }])
  })

  it('leaves generations, dimensions and names alone', () => {
    expect(parseFigures('5G基站,3D打印,两处地块')).toEqual([])
  })
})
