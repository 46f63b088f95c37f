import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Best } from './best'

it('keeps what sorting everything would put first', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 })
  fc.assert(
    fc.property(scores, fc.nat(20), (given, limit) => {
      const best = new Best(limit)
      for (const [slot, score] of given.entries()) best.offer(slot, score)
      const sorted = given.map((score, slot) => ({ slot, score })).sort((x, y) => y.score - x.score || x.slot - y.slot)
      expect(best.sorted()).toEqual(sorted.slice(0, limit))
    }),
  )
})
