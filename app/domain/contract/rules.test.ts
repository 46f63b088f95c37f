import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractKinds, contractStates as stateNames } from '#db/schema'
import {
  type Amounts,
  type ContractCase,
  type LedgerEntry,
  amountFits,
  contractStates,
  entriesBetween,
  kindOfMode,
  nothingYet,
  reviewDueAt,
  sharesOf,
  subKindFits,
  suggestedTechnologyAmount,
} from './rules'

const fen = fc.bigInt({ min: 0n, max: 1_000_000_000_000_000n })
const amounts = fc
  .tuple(fen, fen)
  .map(([a, b]): Amounts =>
    a > b ? { contractValueFen: a, technologyAmountFen: b } : { contractValueFen: b, technologyAmountFen: a },
  )
const share = fc.integer({ min: 1, max: 1_000_000 })
const parties = fc
  .tuple(fc.array(share, { minLength: 1, maxLength: 6 }), fc.array(share, { minLength: 1, maxLength: 6 }))
  .map(([sellers, buyers]) => [
    ...sellers.map((weight) => ({ side: 'seller' as const, share: weight })),
    ...buyers.map((weight) => ({ side: 'buyer' as const, share: weight })),
  ])

const sum = (parts: readonly Amounts[]): Amounts =>
  parts.reduce(
    (total, part) => ({
      contractValueFen: total.contractValueFen + part.contractValueFen,
      technologyAmountFen: total.technologyAmountFen + part.technologyAmountFen,
    }),
    nothingYet,
  )

describe('shares', () => {
  it('of each side sum to the whole, to the fen, and none is negative', () => {
    fc.assert(
      fc.property(amounts, parties, (whole, all) => {
        const shares = sharesOf(whole, all)
        for (const side of ['seller', 'buyer'] as const) {
          expect(sum(shares.filter((_, index) => all[index]!.side === side))).toEqual(whole)
        }
        expect(shares.every((part) => part.contractValueFen >= 0n && part.technologyAmountFen >= 0n)).toBe(true)
      }),
    )
  })

  it('give the odd fen to the first-named', () => {
    const two = [
      { side: 'seller' as const, share: 1 },
      { side: 'seller' as const, share: 1 },
      { side: 'buyer' as const, share: 1 },
    ]
    expect(sharesOf({ contractValueFen: 101n, technologyAmountFen: 1n }, two)).toEqual([
      { contractValueFen: 51n, technologyAmountFen: 1n },
      { contractValueFen: 50n, technologyAmountFen: 0n },
      { contractValueFen: 101n, technologyAmountFen: 1n },
    ])
  })
})

describe('the ledger', () => {
  const kind = fc.constantFrom(...contractKinds)
  const version = fc.tuple(kind, amounts).map(([of, whole]) => ({ kind: of, ...whole }))

  it('holds the present amounts after every amendment and exactly nothing after cancellation, for the whole, each party and each kind', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), parties, (versions, all) => {
        let held = { kind: versions[0]!.kind, ...nothingYet }
        const entries: LedgerEntry[] = []
        for (const each of versions) {
          entries.push(...entriesBetween(held, each, all))
          held = each
          expect(sum(entries)).toEqual({
            contractValueFen: each.contractValueFen,
            technologyAmountFen: each.technologyAmountFen,
          })
        }
        entries.push(...entriesBetween(held, { kind: held.kind, ...nothingYet }, all))
        expect(sum(entries)).toEqual(nothingYet)
        all.forEach((_, index) => expect(sum(entries.map((entry) => entry.shares[index]!))).toEqual(nothingYet))
        for (const of of contractKinds) expect(sum(entries.filter((entry) => entry.kind === of))).toEqual(nothingYet)
      }),
    )
  })

  it('gives every entry shares that sum to it on each side', () => {
    fc.assert(
      fc.property(version, version, parties, (before, after, all) => {
        for (const entry of entriesBetween(before, after, all)) {
          for (const side of ['seller', 'buyer'] as const) {
            expect(sum(entry.shares.filter((_, index) => all[index]!.side === side))).toEqual({
              contractValueFen: entry.contractValueFen,
              technologyAmountFen: entry.technologyAmountFen,
            })
          }
        }
      }),
    )
  })
})

describe('amounts', () => {
  it('suggest the value less the non-technical costs, and nothing when the costs are more than the value', () => {
    expect(suggestedTechnologyAmount(1_000_00n, [200_00n, 1n])).toBe(799_99n)
    expect(suggestedTechnologyAmount(100n, [60n, 41n])).toBeNull()
    expect(suggestedTechnologyAmount(100n, [])).toBe(100n)
  })

  it('fit from nothing to the contract value', () => {
    expect([-1n, 0n, 100n, 101n].map((amount) => amountFits(amount, 100n))).toEqual([false, true, true, false])
  })
})

describe('the review clock', () => {
  const clock = { days: 15, expertDays: 30, expertFrom: 500_000_000n }
  const accepted = new Date('2026-03-02T10:00:00+08:00')

  it('runs 15 working days, and 30 from five million yuan on', () => {
    expect(reviewDueAt(accepted, 499_999_999n, clock, new Map()).toISOString()).toBe('2026-03-23T16:00:00.000Z')
    expect(reviewDueAt(accepted, 500_000_000n, clock, new Map()).toISOString()).toBe('2026-04-13T16:00:00.000Z')
  })
})

describe('states', () => {
  const base: ContractCase = {
    state: 'draft',
    version: 1,
    signed: [0],
    parties: [
      { position: 0, side: 'seller', organizationId: 'a', region: '330108', partyType: 'enterprise_limited', share: 1 },
      { position: 1, side: 'buyer', organizationId: 'b', region: '110000', partyType: 'government', share: 1 },
    ],
  }
  const now = new Date()

  it('become signed only when every party signed the present version', () => {
    const guard = contractStates.draft.complete!.guard!
    expect(guard(base, now)).toMatchObject({ yes: false, reason: 'contract.refusal.signatures_missing' })
    expect(guard({ ...base, signed: [0, 1] }, now).yes).toBe(true)
    expect(guard({ ...base, parties: base.parties.slice(0, 1) }, now)).toMatchObject({
      reason: 'contract.refusal.one_sided',
    })
  })

  it('lead a returned contract through a new draft only, and let nothing leave the ends', () => {
    expect(Object.keys(contractStates.returned)).toEqual(['update'])
    expect(contractStates.refused).toEqual({})
    expect(contractStates.cancelled).toEqual({})
    expect(Object.keys(contractStates).sort()).toEqual([...stateNames].sort())
  })

  it('register only what is under review', () => {
    const from = stateNames.filter((state) => contractStates[state].register)
    expect(from).toEqual(['under_review'])
  })
})

it('every cooperation mode leads to a kind with a fitting sub-kind', () => {
  for (const [kind, subKind] of Object.values(kindOfMode)) expect(subKindFits(kind, subKind)).toBe(true)
  expect(subKindFits('service', 'joint')).toBe(false)
})
