import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengeStates as stateNames } from '#db/schema'
import { availableEvents, effectiveState, nextMoment } from '../kernel/states'
import {
  budgetInOrder,
  type ChallengeCase,
  challengeStates,
  defaultBidDeadline,
  deliveryFollows,
  percentsFit,
  rangeFits,
  ready,
  readyToPublish,
  weightsFit,
} from './rules'

const now = new Date('2026-10-10T02:00:00Z')

const good: ChallengeCase = {
  state: 'draft',
  bidDeadline: new Date('2026-11-28T09:00:00Z'),
  deliveryDeadline: '2027-12-31',
  publicityEndsAt: null,
  budgetMinFen: null,
  budgetMaxFen: 900_000_000n,
  budgetNegotiable: false,
  targets: [{ position: 0, name: '能量密度', comparator: '>=', value: 400, valueTo: null, unit: 'Wh/kg', must: true }],
  criteria: [
    { position: 0, name: '技术方案', weight: 60 },
    { position: 1, name: '价格', weight: 40 },
  ],
  organization: { state: 'verified' },
}

const reasonOf = (decision: ReturnType<typeof ready>) => (decision.yes ? null : decision.reason)

describe('a statement is ready', () => {
  it('when it has targets, weights, a budget and dates that hold', () => {
    expect(ready(good, now)).toEqual({ yes: true })
    expect(ready({ ...good, budgetMaxFen: null, budgetNegotiable: true }, now)).toEqual({ yes: true })
    expect(ready({ ...good, deliveryDeadline: null }, now)).toEqual({ yes: true })
  })

  it.each([
    [{ targets: [] }, 'no_targets'],
    [{ criteria: [] }, 'weights'],
    [{ criteria: [{ position: 0, name: '技术', weight: 99 }] }, 'weights'],
    [{ budgetMaxFen: null }, 'no_budget'],
    [{ bidDeadline: null }, 'no_deadline'],
    [{ bidDeadline: now }, 'deadline_past'],
    [{ deliveryDeadline: '2026-11-28' }, 'delivery_too_early'],
  ] as [Partial<ChallengeCase>, string][])('else it says what is missing: %o', (part, reason) => {
    expect(reasonOf(ready({ ...good, ...part }, now))).toBe(`challenge.refusal.${reason}`)
  })

  it('is published only for an organisation that is verified', () => {
    expect(readyToPublish(good, now)).toEqual({ yes: true })
    expect(reasonOf(readyToPublish({ ...good, organization: { state: 'suspended' } }, now))).toBe(
      'challenge.refusal.poser_not_verified',
    )
  })
})

describe('figures that must fit', () => {
  it('weights are whole, positive and sum to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }), (weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0)
        expect(weightsFit(weights.map((weight) => ({ weight })))).toBe(sum === 100)
        if (sum < 100) expect(weightsFit([...weights, 100 - sum].map((weight) => ({ weight })))).toBe(true)
      }),
    )
    expect(weightsFit([])).toBe(false)
    expect(weightsFit([{ weight: 110 }, { weight: -10 }])).toBe(false)
    expect(weightsFit([{ weight: 99.5 }, { weight: 0.5 }])).toBe(false)
  })

  it('a payment plan that is given sums to the whole price', () => {
    expect(percentsFit([])).toBe(true)
    expect(percentsFit([{ percent: 30 }, { percent: 40 }, { percent: 30 }])).toBe(true)
    expect(percentsFit([{ percent: 30 }, { percent: 40 }])).toBe(false)
  })

  it('the lower budget is not above the upper', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10n ** 15n }), (a, b) => {
        expect(budgetInOrder(a, b)).toBe(a <= b)
      }),
    )
    expect(budgetInOrder(5n, null)).toBe(true)
  })

  it('a range has two ends in order, anything else has one value', () => {
    expect(rangeFits({ comparator: 'between', value: -20, valueTo: 60 })).toBe(true)
    expect(rangeFits({ comparator: 'between', value: 60, valueTo: 60 })).toBe(false)
    expect(rangeFits({ comparator: 'between', value: 60, valueTo: null })).toBe(false)
    expect(rangeFits({ comparator: '>=', value: 60, valueTo: 80 })).toBe(false)
  })

  it('delivery is due on a later day in Shanghai than bidding ends', () => {
    // 23:30 on the 28th in Shanghai
    expect(deliveryFollows(new Date('2026-11-28T15:30:00Z'), '2026-11-28')).toBe(false)
    // 00:30 on the 29th in Shanghai
    expect(deliveryFollows(new Date('2026-11-28T16:30:00Z'), '2026-11-29')).toBe(false)
    expect(deliveryFollows(new Date('2026-11-28T16:30:00Z'), '2026-11-30')).toBe(true)
  })

  it('bidding ends at five in the afternoon of Shanghai', () => {
    expect(defaultBidDeadline(new Date('2026-10-10T17:00:00Z'), 30)).toEqual(new Date('2026-11-10T09:00:00Z'))
  })
})

describe('the table of states', () => {
  /** The same life written a second way: by event, from which states to which. */
  const model: Record<string, { from: string[]; to: string; by: string }> = {
    submit: { from: ['draft', 'returned'], to: 'submitted', by: 'poser' },
    return: { from: ['submitted'], to: 'returned', by: 'reviewer' },
    publish: { from: ['submitted'], to: 'open', by: 'reviewer' },
    withdraw: { from: ['draft', 'submitted', 'returned', 'open'], to: 'withdrawn', by: 'poser' },
    close: { from: ['open'], to: 'closed', by: 'clock' },
    open_bids: { from: ['closed'], to: 'judging', by: 'worker' },
    intend_award: { from: ['judging'], to: 'publicity', by: 'poser' },
    confirm_award: { from: ['publicity'], to: 'awarded', by: 'poser' },
  }

  it('walks as the model does, whatever comes in whatever order', () => {
    const events = [...Object.keys(model), 'fail_to_award'] as (keyof (typeof challengeStates)['draft'])[]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 25 }), (tried) => {
        let actual: ChallengeCase['state'] = 'draft'
        let modelled = 'draft'
        for (const event of tried) {
          actual = challengeStates[actual][event]?.to ?? actual
          if (event === 'fail_to_award') {
            if (modelled === 'closed' || modelled === 'judging') modelled = 'failed_to_award'
          } else if (model[event]!.from.includes(modelled)) modelled = model[event]!.to
          expect(actual).toBe(modelled)
        }
      }),
    )
  })

  it('names who fires each event', () => {
    for (const row of Object.values(challengeStates)) {
      for (const [event, transition] of Object.entries(row)) {
        if (event === 'fail_to_award') continue
        expect(transition.by).toBe(model[event]!.by)
      }
    }
    expect(challengeStates.closed.fail_to_award?.by).toBe('worker')
    expect(challengeStates.judging.fail_to_award?.by).toBe('poser')
  })

  it('is closed from the deadline on, and not a millisecond before', () => {
    const deadline = good.bidDeadline!.getTime()
    fc.assert(
      fc.property(fc.constantFrom(...stateNames), fc.integer({ min: -5, max: 5 }), (state, distance) => {
        const at = new Date(deadline + distance)
        const seen = effectiveState(challengeStates, { ...good, state }, at)
        expect(seen).toBe(state === 'open' && distance >= 0 ? 'closed' : state)
      }),
    )
    expect(nextMoment(challengeStates, { ...good, state: 'open' })).toMatchObject({
      event: 'close',
      at: good.bidDeadline,
    })
    expect(nextMoment(challengeStates, { ...good, state: 'publicity', publicityEndsAt: now })).toBeNull()
  })

  it('offers nothing that the clock or the worker does, and no confirmation before the notice is over', () => {
    const offered = (part: Partial<ChallengeCase>, at = now) =>
      availableEvents(challengeStates, { ...good, ...part }, at).map(({ event, decision }) => [event, decision.yes])
    expect(offered({ state: 'open' })).toEqual([['withdraw', true]])
    expect(offered({ state: 'open' }, new Date('2026-12-01T00:00:00Z'))).toEqual([])
    expect(offered({ state: 'publicity', publicityEndsAt: new Date(now.getTime() + 1) })).toEqual([
      ['confirm_award', false],
    ])
    expect(offered({ state: 'publicity', publicityEndsAt: now })).toEqual([['confirm_award', true]])
  })
})
