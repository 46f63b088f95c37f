import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PublicRow, counted, flows, recompute } from './recompute'

const amount = fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }).map(String)
const row: fc.Arbitrary<PublicRow> = fc.record({
  commitment: fc.constant('00'),
  type: fc.constantFrom('registration', 'amendment', 'cancellation'),
  period: fc.constantFrom('2025Q4', '2026Q1', '2026Q3'),
  origin_period: fc.constant('2025Q4'),
  kind: fc.constantFrom('development', 'service', 'licence'),
  field: fc.constantFrom('new_energy', 'biomedicine'),
  origin: fc.constantFrom('challenge', 'direct'),
  flow: fc.constantFrom('both', 'output', 'absorbed', 'none'),
  contract_value_fen: amount,
  technology_amount_fen: amount,
  output_contract_value_fen: amount,
  output_technology_amount_fen: amount,
  absorbed_contract_value_fen: amount,
  absorbed_technology_amount_fen: amount,
})

it('takes every figure apart into parts that sum to it, in amounts and in contracts', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom(...flows), (rows, flow) => {
      const found = recompute(rows, {
        basis: 'technology_amount',
        flow,
        period: '2026',
        kinds: ['development', 'service'],
      })
      for (const dimension of ['kind', 'field', 'origin', 'quarter'] as const) {
        const parts = Object.values(found[dimension])
        expect(parts.reduce((sum, part) => sum + part.fen, 0n)).toBe(found.fen)
        expect(parts.reduce((sum, part) => sum + part.contracts, 0)).toBe(found.contracts)
      }
      expect(Object.keys(found.quarter).every((quarter) => quarter.startsWith('2026'))).toBe(true)
      expect(found.kind.licence).toBeUndefined()
    }),
  )
})

it('counts the union once, output and absorbed by the district’s parts, and nothing of others', () => {
  const one = {
    flow: 'both',
    technology_amount_fen: '100',
    output_technology_amount_fen: '40',
    absorbed_technology_amount_fen: '100',
  } as PublicRow
  const of = (changed: Partial<PublicRow>) =>
    flows.map((flow) => counted({ ...one, ...changed } as PublicRow, 'technology_amount', flow))
  expect(of({})).toEqual([100n, 40n, 100n])
  expect(of({ flow: 'output' })).toEqual([100n, 40n, null])
  expect(of({ flow: 'absorbed' })).toEqual([100n, null, 100n])
  expect(of({ flow: 'none' })).toEqual([null, null, null])
})
