import { describe, expect, it } from 'vitest'
import { type FeedbackLine, feedbackToFit } from './feedback'
import { fitSatisfaction } from './fit'
import { satisfactionWeights } from './weights'

const line = (
  challenge: string,
  listing: string,
  grade: number | null,
  about: Partial<FeedbackLine['features']> = {},
) => ({
  challenge,
  listing,
  grade,
  features: {
    score_without_figures: 10,
    must_missed: 0,
    must_unknown: 0,
    any_must_missed: 0,
    wish_missed: 0,
    wish_unknown: 0,
    ...about,
  },
})

describe('feedback as a fit reads it', () => {
  it('leaves out challenges of which no match was taken up, and keeps what was looked past', () => {
    const { rows, judgements } = feedbackToFit([
      line('BD-1', 'CG-1', 2, { must_unknown: 0.5 }),
      line('BD-1', 'CG-2', null),
      line('BD-2', 'CG-1', 0),
      line('BD-3', 'CG-1', null),
    ])
    expect([...rows.keys()]).toEqual(['BD-1'])
    expect(rows.get('BD-1')).toMatchObject([
      { id: 'CG-1', score: 10, satisfied: { mustMissed: 0, mustUnknown: 0.5 } },
      { id: 'CG-2' },
    ])
    expect([...judgements.get('BD-1')!]).toEqual([['CG-1', 2]])
  })

  it('moves the weights towards what posers took up: those who state nothing, where nobody minds', () => {
    const lines = Array.from({ length: 12 }, (_, at) => [
      line(`BD-${at}`, 'silent', 3, { must_unknown: 1, score_without_figures: 20 }),
      line(`BD-${at}`, 'stating', 0, { score_without_figures: 8 }),
    ]).flat()
    const { rows, judgements } = feedbackToFit(lines)
    const fit = fitSatisfaction(rows, judgements)
    expect(fit.in_use.first).toBe(0)
    expect(fit.cross_validated.first).toBe(1)
    expect(fit.weights.mustUnknownShare).toBeGreaterThan(satisfactionWeights.mustUnknownShare)
  })
})
