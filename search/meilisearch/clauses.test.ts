import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateTerm } from '../engine'
import { clauses, idsPerClause, leftOver } from './clauses'

const word = (term: string, holders: number, occurrences = 1): CandidateTerm => ({
  ...{ term, view: 'words', occurrences, holders },
  weight: occurrences * Math.log(1 + 100_000 / holders) ** 2,
})
const asked = (terms: CandidateTerm[], documents: number) =>
  clauses(terms, documents).map((clause) => clause.map(({ term }) => term))

describe('what the server is asked', () => {
  it('rare terms stand alone, common ones in pairs', () => {
    const terms = [word('吖啶酯', 3), word('发光', 670), word('抗体', 736)]
    expect(asked(terms, 100_000)).toEqual([['吖啶酯'], ['发光', '抗体']])
  })

  it('neither a term that most documents hold nor a pair of such terms is asked, but a common one beside a rarer one is', () => {
    const terms = [word('系统', 40_000), word('方法', 30_000), word('抗体', 736)]
    expect(asked(terms, 100_000)).toEqual([])
    expect(asked([...terms, word('膜', 900)], 1_000_000)).toContainEqual(['抗体', '膜'])
  })

  it('a word and its part are no pair, and a pair of characters that is a word is asked once', () => {
    const pair: CandidateTerm = { ...word('抗体', 20), view: 'grams' }
    expect(asked([word('抗体药', 700), word('抗体', 736)], 100_000)).toEqual([])
    expect(asked([word('抗体', 20), pair], 100_000)).toEqual([['抗体']])
  })

  it('of a small index every term is asked in the end', () => {
    const terms = [word('发光', 670), word('抗体', 20), word('系统', 900)]
    const first = clauses(terms, 1000)
    const rest = leftOver(terms, first).flat()
    expect(new Set([...first.flat(), ...rest].map(({ term }) => term))).toEqual(new Set(['发光', '抗体', '系统']))
  })

  it('stays within its bounds whatever the query', () => {
    const term = fc.record({ term: fc.stringMatching(/^[一-龥]{2}$/), holders: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 301, max: 90_000 })), occurrences: fc.integer({ min: 1, max: 5 }) }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(term, { minLength: 20, maxLength: 300 }), (given) => {
        const found = clauses(given.map((each) => word(each.term, each.holders, each.occurrences)), 100_000) // prettier-ignore
        const singles = found.filter(({ length }) => length === 1).flat()
        expect(found.length).toBeLessThanOrEqual(160)
        expect(singles.every(({ holders }) => holders <= idsPerClause)).toBe(true)
        expect(singles.reduce((sum, { holders }) => sum + holders, 0)).toBeLessThanOrEqual(1200)
      }),
    )
  })
})
