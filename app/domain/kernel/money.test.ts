import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fenFrom,
  fenFromYuan,
  fenNumber,
  formatFen,
  formatFenRange,
  maximumFen,
  splitByLargestRemainder,
} from './money'

describe('amounts as people type them', () => {
  it.each([
    ['1,234.50', 123_450n],
    ['１２３４', 123_400n],
    ['120万', 120_000_000n],
    ['1.2 亿元', 12_000_000_000n],
    ['0.01', 1n],
    ['￥300', 30_000n],
  ])('%s is %s fen', (typed, fen) => expect(fenFromYuan(typed)).toBe(fen))

  it.each(['-1', '1.234', '12e3', '一百', '', '1.2.3', '9'.repeat(30), '0.001万亿', 'NaN'])(
    '%s is no amount',
    (typed) => expect(fenFromYuan(typed)).toBeNull(),
  )

  it('reads what it writes, to the fen', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: maximumFen }),
        fc.constantFrom('元' as const, '万元' as const, '亿元' as const),
        (fen, unit) => {
          expect(fenFrom(fenNumber(fen, unit), unit)).toBe(fen)
        },
      ),
    )
  })

  it('rounds half up where digits are asked for, and says the unit', () => {
    expect(formatFen(23_146_500_000_000n, '亿元', 'zh-CN', 2)).toBe('2,314.65 亿元')
    expect(formatFen(-500_000n, '万元', 'zh-CN', 1)).toBe('−0.5 万元')
    expect(formatFen(123_450n, 'auto', 'en')).toBe('CNY 1,234.50')
    expect(formatFen(680_000_000n, 'auto', 'en')).toBe('CNY 6.80 m')
    expect(formatFen(18_520_500_000n, 'auto', 'en')).toBe('CNY 185.21 m')
    expect(formatFen(3_650_000_000_000n, 'auto', 'en')).toBe('CNY 36.50 bn')
    expect(formatFenRange(90_000_000n, 120_000_000n, 'zh-CN')).toBe('90–120 万元')
    expect(formatFenRange(90_000_000n, 120_000_000n, 'en')).toBe('CNY 0.90–1.20 m')
    expect(formatFenRange(500_000n, 900_000n, 'en')).toBe('CNY 5,000–9,000')
  })
})

describe('shares', () => {
  it('sum to the amount exactly and differ from the exact share by less than one fen', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -maximumFen, max: maximumFen }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          const parts = splitByLargestRemainder(amount, weights)
          const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount)
          for (const [index, part] of parts.entries()) {
            const off = part * total - amount * BigInt(weights[index]!)
            expect(off < total && off > -total).toBe(true)
          }
        },
      ),
    )
  })

  it('give a tie to the first-named', () => {
    expect(splitByLargestRemainder(1n, [1, 1])).toEqual([1n, 0n])
    expect(splitByLargestRemainder(100n, [1, 1, 1])).toEqual([34n, 33n, 33n])
  })
})
