import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solutionsFirst } from './order'

const targets = [{ must: true }, { must: true }, { must: true }]
const judged = (name: string, score: number, missed: number, unknown = 0) => ({
  ...{ name, score, targets },
  satisfied: {
    ...{ mustMissed: missed / 3, mustUnknown: unknown / 3, anyMustMissed: missed > 0 ? 1 : 0 },
    ...{ wishMissed: 0, wishUnknown: 0 },
  },
})
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(' ')

test('what solves the problem stands before what only speaks like it', () => {
  const ranked = [judged('own words', 9, 1), judged('twin', 4, 2), judged('solution', 3, 0, 1), judged('other', 1, 1)]
  expect(names(solutionsFirst(ranked))).toBe('solution own words twin other')
})

test('nothing is moved for a listing that is about something else, or says too little', () => {
  const byChance = [judged('own words', 100, 1), judged('by chance', 7, 0)]
  expect(names(solutionsFirst(byChance))).toBe('own words by chance')
  const silent = [judged('own words', 9, 1), judged('silent', 8, 0, 2)]
  expect(names(solutionsFirst(silent))).toBe('own words silent')
})

test('wishes alone move nothing', () => {
  const wishes = [judged('first', 9, 1), judged('second', 8, 0)].map((each) => ({
    ...each,
    targets: [{ must: false }],
  }))
  expect(names(solutionsFirst(wishes))).toBe('first second')
})

test('nothing is lost, and among those of a kind the order stays', () => {
  const one = fc.record({
    score: fc.double({ min: 0.1, max: 100, noNaN: true }),
    missed: fc.nat(3),
    unknown: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (all) => {
      const ranked = all
        .map(({ score, missed, unknown }, at) => judged(`${at}`, score, missed, Math.min(unknown, 3 - missed)))
        .sort((x, y) => y.score - x.score)
      const found = solutionsFirst(ranked)
      expect(new Set(found)).toEqual(new Set(ranked))
      for (const isMissed of [true, false]) {
        const ofKind = (each: (typeof ranked)[number]) => each.satisfied.anyMustMissed > 0 === isMissed
        expect(found.filter(ofKind)).toEqual(ranked.filter(ofKind))
      }
    }),
  )
})
