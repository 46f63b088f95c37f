import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contender, type Criterion, type Score, heaviestCriterion, ranking, scoring } from './scoring'

const criteria: Criterion[] = [
  { position: 0, weight: 50 },
  { position: 1, weight: 30 },
  { position: 2, weight: 20 },
]

const bids = ['bid-a', 'bid-b', 'bid-c']
const judges = ['judge-1', 'judge-2', 'judge-3']

/** One value per judge, bid and criterion. */
const cards = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 27, maxLength: 27 }).map((values) =>
  values.map((value, at): Score => ({
    judgeId: judges[at % 3]!,
    bidId: bids[Math.floor(at / 3) % 3]!,
    criterion: Math.floor(at / 9),
    value,
  })),
)

const full = (value: (judge: string, bid: string, criterion: number) => number): Score[] =>
  judges.flatMap((judgeId) =>
    bids.flatMap((bidId) =>
      criteria.map(({ position }) => ({ judgeId, bidId, criterion: position, value: value(judgeId, bidId, position) })),
    ),
  )

describe('the weighted mean', () => {
  it('is exact where floating point is not', () => {
    // 0.1-like weights: (70×50 + 80×30 + 85×20) = 7600; (71…) = 7650; (71, 80, 86) = 7670 → 22920 / 3 = 7640
    const card: Record<string, number[]> = { 'judge-1': [70, 80, 85], 'judge-2': [71, 80, 85], 'judge-3': [71, 80, 86] }
    const { results } = scoring(
      criteria,
      ['bid-a'],
      full((judge, _bid, at) => card[judge]![at]!).filter((s) => s.bidId === 'bid-a'),
    )
    expect(results[0]!.total).toEqual({ mean: 7640, low: 7600, high: 7670 })
    expect(results[0]!.criteria.get(0)).toEqual({ mean: 7067, low: 7000, high: 7100 })
  })

  it('rounds once, half up', () => {
    const two = full(() => 50).filter((score) => score.judgeId !== 'judge-3' && score.bidId === 'bid-a')
    const [weight1] = scoring(
      [
        { position: 0, weight: 1 },
        { position: 1, weight: 99 },
      ],
      ['bid-a'],
      [
        ...two
          .filter((s) => s.criterion < 2)
          .map((s) => ({ ...s, value: s.judgeId === 'judge-1' && s.criterion === 0 ? 51 : 50 })),
      ],
    ).results
    // 5001 and 5000: 5000.5
    expect(weight1!.total.mean).toBe(5001)
  })

  it('lies between the lowest and the highest judge, and is the true mean to half a hundredth', () => {
    fc.assert(
      fc.property(cards, (scores) => {
        for (const { bidId, total } of scoring(criteria, bids, scores).results) {
          expect(total.mean).toBeGreaterThanOrEqual(total.low)
          expect(total.mean).toBeLessThanOrEqual(total.high)
          const sum = scores
            .filter((score) => score.bidId === bidId)
            .reduce((all, { criterion, value }) => all + BigInt(value * criteria[criterion]!.weight), 0n)
          expect(Math.abs(total.mean * 3 - Number(sum))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('does not depend on the order of the scores', () => {
    fc.assert(
      fc.property(cards, (scores) => {
        expect(scoring(criteria, bids, [...scores].reverse())).toEqual(scoring(criteria, bids, scores))
      }),
    )
  })

  it('refuses an incomplete scorecard', () => {
    expect(() => scoring(criteria, bids, full(() => 1).slice(1))).toThrow('incomplete')
  })
})

describe('the calibration', () => {
  it('shows who is harsh and who is mild, and takes a constant harshness out', () => {
    const base: Record<string, number> = { 'bid-a': 80, 'bid-b': 60, 'bid-c': 40 }
    const level: Record<string, number> = { 'judge-1': -10, 'judge-2': 0, 'judge-3': 10 }
    const { judges: tendencies, results } = scoring(
      criteria,
      bids,
      full((judge, bid) => base[bid]! + level[judge]!),
    )
    expect(tendencies.map(({ offset }) => offset)).toEqual([-1000, 0, 1000])
    expect(results.map(({ calibrated }) => calibrated)).toEqual([8000, 6000, 4000])
  })

  it('weighs a judge who spreads widely no more than one who spreads little', () => {
    const wide: Record<string, number> = { 'bid-a': 0, 'bid-b': 50, 'bid-c': 100 }
    const narrow: Record<string, number> = { 'bid-a': 52, 'bid-b': 50, 'bid-c': 48 }
    const { results } = scoring(
      criteria,
      bids,
      full((judge, bid) => (judge === 'judge-1' ? wide : narrow)[bid]!),
    )
    const [a, , c] = results
    expect(a!.total.mean).toBeLessThan(c!.total.mean)
    expect(a!.calibrated).toBeGreaterThan(c!.calibrated)
  })

  it('stays within the scale, offsets balance', () => {
    fc.assert(
      fc.property(cards, (scores) => {
        const { results, judges: tendencies } = scoring(criteria, bids, scores)
        for (const { calibrated } of results) {
          expect(calibrated).toBeGreaterThanOrEqual(0)
          expect(calibrated).toBeLessThanOrEqual(10_000)
        }
        expect(Math.abs(tendencies.reduce((sum, { offset }) => sum + offset, 0))).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('the ranking', () => {
  const digest = 'f'.repeat(64)
  const contender = fc.record<Contender>({
    bidId: fc.uuid(),
    score: fc.integer({ min: 0, max: 3 }),
    priceFen: fc.bigInt({ min: 1n, max: 3n }),
    heaviest: fc.integer({ min: 0, max: 2 }),
  })
  const field = fc.uniqueArray(contender, { selector: ({ bidId }) => bidId, maxLength: 12 })

  it('is the same whatever order the bids come in', () => {
    fc.assert(
      fc.property(field, (contenders) => {
        const ids = (list: readonly Contender[]) => ranking(list, digest).map(({ bidId }) => bidId)
        expect(ids([...contenders].reverse())).toEqual(ids(contenders))
      }),
    )
  })

  it('puts a better score first, then the lower price, then the heaviest criterion', () => {
    fc.assert(
      fc.property(field, (contenders) => {
        const ranked = ranking(contenders, digest)
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1))
        for (const [index, next] of ranked.slice(1).entries()) {
          const before = ranked[index]!
          if (before.score !== next.score) expect(before.score).toBeGreaterThan(next.score)
          else if (before.priceFen !== next.priceFen) expect(before.priceFen < next.priceFen).toBe(true)
          else if (before.heaviest !== next.heaviest) expect(before.heaviest).toBeGreaterThan(next.heaviest)
          else expect(next.decidedBy).toBe('lots')
        }
      }),
    )
  })

  it('draws lots that another closing list would draw otherwise', () => {
    const twins = Array.from({ length: 6 }, (_, at) => ({ bidId: `bid-${at}`, score: 1, priceFen: 1n, heaviest: 1 }))
    const drawn = (seed: string) =>
      ranking(twins, seed)
        .map(({ bidId }) => bidId)
        .join()
    expect(drawn('a')).toBe(drawn('a'))
    expect(new Set(['a', 'b', 'c', 'd'].map(drawn)).size).toBeGreaterThan(1)
  })

  it('takes the first of equally heavy criteria', () => {
    expect(
      heaviestCriterion([
        { position: 1, weight: 40 },
        { position: 0, weight: 40 },
        { position: 2, weight: 20 },
      ]),
    ).toBe(0)
  })
})
