import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './diversity'
import { diversityWeights } from './weights'

const placed = (of: string | null, score: number) => ({ score, document: { organizationId: of } })
const shape = (all: readonly { document: { organizationId: string | null } }[]) =>
  all.map(({ document }) => document.organizationId ?? '-').join('')

test('the fourth of a lab gives way to others that are nearly as good', () => {
  const ranked = [9, 8.9, 8.8, 8.7].map((score) => placed('a', score)).concat(placed('b', 8), placed('c', 7))
  expect(shape(spread(ranked))).toBe('aaabca')
})

test('it does not give way to what is far worse', () => {
  expect(shape(spread([...[9, 9, 9, 9].map((score) => placed('a', score)), placed('b', 4)]))).toBe('aaaab')
})

test('the next ten begin anew', () => {
  const lab = Array.from({ length: 9 }, () => placed('a', 9))
  const others = [...'bcdefghijklmn'].map((name) => placed(name, 8))
  expect(shape(spread([...lab, ...others])).slice(0, 20)).toBe('aaabcdefghaaaijklmna')
})

const rankings = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.double({ min: 0, max: 10, noNaN: true })), { maxLength: 60 })
  .map((all) => all.map(([of, score]) => placed(of, score)).sort((x, y) => y.score - x.score))

test('nothing is lost, the best stays the best, and each organisation keeps its own order', () => {
  fc.assert(
    fc.property(rankings, (ranked) => {
      const found = spread(ranked)
      expect(new Set(found)).toEqual(new Set(ranked))
      expect(found[0]).toBe(ranked[0])
      for (const of of ['a', 'b', 'c', null]) {
        const own = ({ document }: (typeof ranked)[number]) => document.organizationId === of
        expect(found.filter(own)).toEqual(ranked.filter(own))
      }
    }),
  )
})

test('one organisation has more than three of ten only where the others are far worse', () => {
  fc.assert(
    fc.property(rankings, (ranked) => {
      const found = spread(ranked)
      for (let at = 0; at < found.length; at++) {
        const of = found[at]!.document.organizationId
        const before = found.slice(at - (at % diversityWeights.page), at)
        if (!of || before.filter(({ document }) => document.organizationId === of).length < diversityWeights.ofOne)
          continue
        const others = found.slice(at).filter(({ document }) => document.organizationId === null)
        for (const other of others) expect(other.score).toBeLessThan(found[at]!.score * diversityWeights.nearly)
      }
    }),
  )
})
