import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFigure, formatFigureOrRange, requiredRegion, scaleOf } from './strip-scale'
import type { StripTarget } from './strip-scale'

const target = (comparator: StripTarget['comparator'], value: number, valueTo?: number): StripTarget => ({
  name: '指标',
  comparator,
  value,
  valueTo,
  unit: '',
  must: true,
})

describe('the scale of a strip', () => {
  it('follows its figures, with round ends', () => {
    expect(scaleOf(target('>=', 400), [410])).toMatchObject({ kind: 'linear', from: 396, to: 414 })
    expect(scaleOf(target('>=', 400), [])).toMatchObject({ kind: 'linear', from: 200, to: 600 })
    expect(scaleOf(target('between', -20, 60), [[-30, 65]])).toMatchObject({ kind: 'linear', from: -60, to: 100 })
  })

  it('is logarithmic where positive figures span decades, and only there', () => {
    expect(scaleOf(target('>=', 800), [46_000])).toMatchObject({ kind: 'logarithmic', from: 500, to: 100_000 })
    expect(scaleOf(target('<=', 1e-8), [3e-10])).toMatchObject({ kind: 'logarithmic' })
    expect(scaleOf(target('>=', 1), [29])).toMatchObject({ kind: 'linear' })
    expect(scaleOf(target('between', -20, 60), [[-30, 6500]])).toMatchObject({ kind: 'linear' })
    expect(scaleOf(target('>=', 100), [0])).toMatchObject({ kind: 'linear', from: 0 })
  })

  it('ends at 100 where shares of a whole are meant, and not where a figure or the requirement is above', () => {
    const percent = (value: number): StripTarget => ({ ...target('>=', value), unit: '%' })
    expect(scaleOf(percent(92), [])).toMatchObject({ from: 40, to: 100 })
    expect(scaleOf(percent(92), [99.5])).toMatchObject({ to: 100 })
    expect(scaleOf(percent(80), [1])).toMatchObject({ kind: 'logarithmic', to: 100 })
    expect(scaleOf(percent(92), [130]).to).toBeGreaterThan(130)
    expect(scaleOf(percent(100), []).to).toBeGreaterThan(100)
    expect(scaleOf(target('>=', 92), []).to).toBeGreaterThan(100)
  })

  it('places equal factors at equal steps on a logarithmic scale', () => {
    const { place } = scaleOf(target('>=', 10), [10_000])
    expect(place(1000) - place(100)).toBeCloseTo(place(10_000) - place(1000), 10)
  })

  it('holds every figure inside its ends, in order, whatever the figures', () => {
    const finite = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -18, max: 12 }))
      .map(([lead, power]) => lead * 10 ** power)
    fc.assert(
      fc.property(
        fc.constantFrom('>=', '<=', '=' as const),
        finite,
        fc.array(finite, { maxLength: 3 }),
        (comparator, value, figures) => {
          const scale = scaleOf(target(comparator, value), figures)
          const points = [value, ...figures].sort((a, b) => a - b)
          expect(scale.from).toBeLessThanOrEqual(points[0]!)
          expect(scale.to).toBeGreaterThanOrEqual(points.at(-1)!)
          expect(scale.to).toBeGreaterThan(scale.from)
          const places = points.map(scale.place)
          for (const [index, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[index - 1] ?? 0)
          expect(places.at(-1)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('goes below zero only for figures that do', () => {
    expect(scaleOf(target('<=', 2), [0.1]).from).toBe(0)
  })
})

describe('the required region', () => {
  it('is open on the side that may be exceeded', () => {
    expect(requiredRegion(target('>=', 4))).toEqual([4, Infinity])
    expect(requiredRegion(target('<=', 4))).toEqual([-Infinity, 4])
    expect(requiredRegion(target('=', 4))).toEqual([4, 4])
    expect(requiredRegion(target('between', 60, -20))).toEqual([-20, 60])
  })
})

describe('a technical figure', () => {
  it('reads as people write it', () => {
    expect(formatFigure(1200)).toBe('1,200')
    expect(formatFigure(-0.05)).toBe('−0.05')
    expect(formatFigure(1.6e-8)).toBe('1.6×10⁻⁸')
    expect(formatFigure(1e-9)).toBe('10⁻⁹')
    expect(formatFigure(3e12)).toBe('3×10¹²')
    expect(formatFigure(0)).toBe('0')
    expect(formatFigureOrRange([-20, 60])).toBe('−20~60')
  })
})
