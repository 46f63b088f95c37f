import { describe, expect, it } from 'vitest'
import type { ChallengeTarget } from '../challenge/rules'
import { bestOf, comparedRow } from './compared'

const target = (about: Partial<ChallengeTarget>): ChallengeTarget => ({
  position: 0,
  name: '能量密度',
  comparator: '>=',
  value: 400,
  valueTo: null,
  unit: 'Wh/kg',
  must: true,
  ...about,
})
const said = (value: number | null, value_to: number | null = null) => ({ value, value_to, note: '' })

describe('a row of the comparison', () => {
  it('says by how much each is better than required, and which is best', () => {
    const row = comparedRow(target({}), [said(415), said(402), said(380), said(null)])
    expect(row.map(({ verdict, difference, best }) => [verdict, difference, best])).toEqual([
      ['met', 0.0375, true],
      ['met', 0.005, false],
      ['missed', -0.05, false],
      ['unknown', null, false],
    ])
  })

  it('knows that less may be better', () => {
    const row = comparedRow(target({ comparator: '<=', value: 2, unit: 'MPa' }), [said(1.5), said(1.8)])
    expect(row.map(({ best }) => best)).toEqual([true, false])
  })

  it('shows how far a range is from covering the required one', () => {
    const row = comparedRow(target({ comparator: 'between', value: -20, valueTo: 60, unit: '℃' }), [
      said(-30, 65),
      said(-10, 60),
    ])
    expect(row).toMatchObject([
      { verdict: 'met', gap: null, difference: null },
      { verdict: 'missed', gap: 10, difference: null },
    ])
  })

  it('holds units that nobody can convert against themselves', () => {
    expect(comparedRow(target({ unit: '分（本厂评级）' }), [said(401)])[0]).toMatchObject({ verdict: 'met' })
  })

  it('marks nothing where all are alike, and gives no share of nothing', () => {
    expect(
      comparedRow(target({ value: 0 }), [said(1), said(1)]).map(({ best, difference }) => [best, difference]),
    ).toEqual([
      [false, null],
      [false, null],
    ])
    expect(bestOf([3n, 1n, 1n], (one, other) => one < other)).toEqual([false, true, true])
    expect(bestOf([1, 1], (one, other) => one < other)).toEqual([false, false])
  })
})
