import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalReasons } from '#db/schema'
import { type RankedMatch, gradeOf, responseFor, smallestTold, worthTelling } from './rules'

describe('what a lister is told', () => {
  it('names the reasons that three posers or more gave, most often first', () => {
    expect(responseFor({ shown: 9, opened: 5, not_fit: 8, reasons: { too_early: 1, price: 3, terms: 4 } })).toEqual({
      shown: 9,
      opened: 5,
      not_fit: 8,
      reasons: [
        { reason: 'terms', count: 4 },
        { reason: 'price', count: 3 },
      ],
      others: true,
    })
  })

  it('merges what one or two posers said, and says nothing where nobody said anything', () => {
    expect(responseFor({ shown: 2, opened: 1, not_fit: 2, reasons: { price: 2 } })).toEqual({
      shown: 'few',
      opened: 'few',
      not_fit: 'few',
      reasons: [],
      others: false,
    })
    expect(responseFor({ shown: 0, opened: 0, not_fit: 0, reasons: {} })).toMatchObject({ shown: 0, not_fit: 0 })
  })

  it('never tells a number between zero and three', () => {
    const count = fc.nat({ max: 6 })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.dictionary(fc.constantFrom(...refusalReasons), count),
        (shown, opened, not_fit, reasons) => {
          const said = responseFor({ shown, opened, not_fit, reasons })
          const numbers = [said.shown, said.opened, said.not_fit, ...said.reasons.map((each) => each.count)]
          expect(numbers.filter((each) => typeof each === 'number' && each > 0 && each < smallestTold)).toEqual([])
        },
      ),
    )
  })
})

describe('a match that nobody looked for', () => {
  const rule = { first: 5, leastShare: 0.5, leastMet: 1 }
  const good: RankedMatch = { rank: 5, score: 5, best: 10, mustMissed: 0, met: 1 }

  it.each<[string, Partial<RankedMatch>, boolean]>([
    ['stands just high enough', {}, true],
    ['stands one place too low', { rank: 6 }, false],
    ['is far behind the best', { score: 4.9 }, false],
    ['meets no target', { met: 0 }, false],
    ['misses one must target of many', { mustMissed: 0.05, met: 19 }, false],
    ['is the best and misses a must target', { rank: 1, score: 10, mustMissed: 0.5 }, false],
  ])('%s', (_, about, told) => expect(worthTelling({ ...good, ...about }, rule)).toBe(told))
})

describe('the grade of a match', () => {
  it.each([
    [['shown'], null],
    [['shown', 'opened'], 1],
    [['shown', 'opened', 'not_fit'], 0],
    [['shown', 'not_fit', 'bid'], 2],
    [['shown', 'opened', 'bid', 'awarded'], 3],
  ])('%j is %s', (kinds, grade) => expect(gradeOf(new Set(kinds))).toBe(grade))
})
