import { expect, test } from 'vitest'
import { listing } from '../fixtures/listings'
import { priorFactor } from './prior'

const now = Date.UTC(2026, 10, 24)
const yearsAgo = (years: number) => now - years * 365.25 * 86_400_000

test('nothing known changes nothing', () => {
  expect(priorFactor(listing('a', {}), null)).toBe(1)
})

test('the more mature comes first, by two hundredths at most', () => {
  expect(priorFactor(listing('a', { trl: 9 }), null)).toBeCloseTo(1.02)
  expect(priorFactor(listing('a', { trl: 1 }), null)).toBe(1)
})

test('what is new counts more, and fades to a third in three years', () => {
  const at = (years: number) => priorFactor(listing('a', { publishedAt: yearsAgo(years) }), now)
  expect(at(0)).toBeCloseTo(1.03)
  expect(at(3)).toBeCloseTo(1.01)
  expect(at(-1), 'a clock that was moved').toBeCloseTo(1.03)
})
