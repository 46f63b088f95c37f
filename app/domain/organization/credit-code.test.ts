import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheck, creditCodeFits, plainCreditCode } from './credit-code'
import { creditCode } from './schema'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const first = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((parts) => parts.join(''))

describe('a unified social credit code', () => {
  it("passes as the standard's example does", () => {
    expect(creditCodeFits('91350100M000100Y43')).toBe(true)
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3')
  })

  it('has exactly one check character that fits', () => {
    fc.assert(
      fc.property(first, (start) => {
        expect(alphabet.filter((last) => creditCodeFits(start + last))).toEqual([creditCodeCheck(start)])
      }),
    )
  })

  it('fails when one character is another', () => {
    fc.assert(
      fc.property(first, fc.nat(17), fc.constantFrom(...alphabet), (start, at, other) => {
        const code = start + creditCodeCheck(start)
        fc.pre(code[at] !== other)
        expect(creditCodeFits(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('fails when two neighbours that differ change places', () => {
    fc.assert(
      fc.property(first, fc.nat(16), (start, at) => {
        const code = start + creditCodeCheck(start)
        fc.pre(code[at] !== code[at + 1])
        expect(creditCodeFits(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).toBe(false)
      }),
    )
  })

  it('knows neither the letters I O S V Z nor another length', () => {
    for (const letter of 'IOSVZ') expect(creditCodeCheck(`9135010${letter}M000100Y4`)).toBeNull()
    expect(creditCodeFits('91350100M000100Y4')).toBe(false)
    expect(creditCodeFits('91350100M000100Y430')).toBe(false)
    expect(creditCodeFits('')).toBe(false)
  })

  it('is read as people type it', () => {
    expect(plainCreditCode(' ９１３５０１００m000100y43 ')).toBe('91350100M000100Y43')
    expect(creditCode.parse('91350100-m000100y4 3')).toBe('91350100M000100Y43')
    expect(creditCode.safeParse('91350100M000100Y44').success).toBe(false)
  })
})
