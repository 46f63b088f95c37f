import { describe, expect, it } from 'vitest'
import { departsFromRanking } from './rules'

const ranked = ['a', 'b', 'c'].map((bidId, at) => ({ bidId, rank: at + 1 }))

describe('a departure from the ranking', () => {
  it.each([
    [['a'], false],
    [['b'], true],
    [['a', 'b'], false],
    [['b', 'a'], false],
    [['a', 'c'], true],
    [['a', 'b', 'c'], false],
  ])('choosing %j: %s', (chosen, departs) => {
    expect(departsFromRanking(ranked, chosen)).toBe(departs)
  })
})
