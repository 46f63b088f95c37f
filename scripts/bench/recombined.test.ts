import { expect, it } from 'vitest'
import { listings } from '#search/fixtures/listings'
import { among, recombinedListings } from './recombined'

it('makes the same listings each time, each with a text of its own', () => {
  const made = [...recombinedListings(50)]
  expect(new Set(made.map(({ id }) => id)).size).toBe(50)
  expect([...recombinedListings(50)]).toEqual(made)
})

it('plants each of the others once, spread over all', () => {
  const all = [...among(recombinedListings(100), 100, listings)]
  expect(all.length).toBe(100 + listings.length)
  const places = listings.map(({ id }) => all.findIndex((each) => each.id === id))
  expect(places).toEqual([...places].sort((x, y) => x - y))
  expect(places[0]).toBe(0)
  expect(places.at(-1)).toBeGreaterThan(70)
})
