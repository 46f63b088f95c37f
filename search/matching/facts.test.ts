import { expect, it } from 'vitest'
import { listing } from '../fixtures/listings'
import { statedFacts } from './facts'

const written = (text: string, metrics: { name: string; value: number; unit: string }[] = []) =>
  listing('stated', { title: '涂布检测', text, metrics })

it('are read once for as long as the document says the same', () => {
  const first = statedFacts(written('线速 80 m/min'))
  expect(statedFacts(written('线速 80 m/min'))).toBe(first)
})

it('are read again when the text or a metric changes', () => {
  const before = statedFacts(written('线速 80 m/min'))
  const after = statedFacts(written('线速 90 m/min'))
  expect(after.evidence.map(({ figure }) => figure.value)).toEqual([90])
  const measured = statedFacts(written('线速 90 m/min', [{ name: '漏检率', value: 0.1, unit: '%' }]))
  expect(measured.evidence.length).toBe(2)
  expect(before.evidence.map(({ figure }) => figure.value)).toEqual([80])
})
