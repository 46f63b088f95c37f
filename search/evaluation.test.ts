import { describe, expect, it } from 'vitest'
import { bestFirst, dice, ndcg, rankingFigures, verdictFigures } from './evaluation'
import { fitSatisfaction } from './matching/fit'

const judgements = new Map([
  ['q1', new Map([['a', 3], ['b', 2], ['c', 2], ['d', 1]])], // prettier-ignore
  ['q2', new Map([['x', 3]])],
])
const rankings = new Map([['q1', ['b', 'a', 'c']]])

describe('ranking figures', () => {
  it('weigh grades by 2^grade − 1 and places by log2', () => {
    const ideal = 7 + 3 / Math.log2(3) + 3 / 2 + 1 / Math.log2(5)
    expect(ndcg(['b', 'a', 'c'], judgements.get('q1')!, 10)).toBeCloseTo((3 + 7 / Math.log2(3) + 3 / 2) / ideal, 10)
    expect(ndcg(['b', 'a'], judgements.get('q1')!, 1)).toBeCloseTo(3 / 7, 10)
  })

  it('count an unanswered query as nothing found', () => {
    const figures = rankingFigures(rankings, judgements)
    expect(figures['recall@10']).toBe(0.5)
    expect(figures['mrr@10']).toBe(0.25)
  })
})

describe('the right one first', () => {
  const abstracts = new Map([['a', '线速八十米每分'], ['b', '线速六十米每分'], ['c', '别的话']]) // prettier-ignore

  it('tells the twin from the other', () => {
    expect(bestFirst(rankings, judgements, abstracts)).toEqual({ best_first: 0, best_first_twin: 0, best_first_own: 1 })
    expect(bestFirst(new Map([['q1', ['a']]]), judgements, abstracts).best_first).toBe(1)
    expect(bestFirst(new Map(), judgements, abstracts).best_first).toBe(0)
  })

  it('measures likeness by pairs of characters', () => {
    expect(dice('线速高', '线速高')).toBe(1)
    expect(dice('线速高', '线速低')).toBe(0.5)
    expect(dice('', '')).toBe(0)
  })
})

it('verdict figures are accuracy, precision of met and recall of missed', () => {
  const rows = [
    { expected: 'met', given: 'met' },
    { expected: 'missed', given: 'met' },
    { expected: 'missed', given: 'missed' },
    { expected: 'unknown', given: 'missed' },
  ] as const
  const figures = verdictFigures(rows)
  expect(figures).toEqual({ verdict_accuracy: 0.5, verdict_met_precision: 0.5, verdict_missed_recall: 0.5 })
})

it('fitting learns from verdicts that a missed target costs more than words gain', () => {
  const satisfied = { mustMissed: 0, mustUnknown: 0, anyMustMissed: 0, wishMissed: 0, wishUnknown: 0 }
  const queries = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5']
  const rows = new Map(
    queries.map((query) => [
      query,
      [
        { id: 'right', score: 1, satisfied },
        { id: 'twin', score: 3.5, satisfied: { ...satisfied, mustMissed: 0.5, anyMustMissed: 1 } },
      ],
    ]),
  )
  const graded = new Map(queries.map((query) => [query, new Map([['right', 3], ['twin', 2]])])) // prettier-ignore
  const { weights, cross_validated } = fitSatisfaction(rows, graded)
  expect(3.5 * weights.mustMissed * weights.mustMissedShare ** 0.5).toBeLessThan(1)
  expect(cross_validated.first).toBe(1)
})
