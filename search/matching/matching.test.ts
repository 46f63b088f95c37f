import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { EmbeddedEngine } from '../embedded'
import { coatingChallenge, listing, listings } from '../fixtures/listings'
import { MemoryDocumentStore } from '../stores/memory'
import { normalize } from '../terms/normalize'
import { match, queryOf, type MatchOptions } from './index'

let options: MatchOptions

beforeAll(async () => {
  const store = new MemoryDocumentStore()
  for (const document of [...listings, coatingChallenge]) store.put(document)
  const engine = new EmbeddedEngine({ store, followEvery: 0 })
  await engine.refresh()
  options = { engine, store }
})

describe('a challenge looks for listings', () => {
  it('puts the one that meets the figures before its twin, and says why', async () => {
    const found = await match(queryOf(coatingChallenge).query, options)
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual(['achievement-coating', 'achievement-coating-slow'])
    const [right, twin] = found
    expect(right!.verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'unknown'])
    expect(twin!.verdicts.map(({ verdict }) => verdict)).toEqual(['missed', 'missed', 'unknown'])
    expect(right!.missing).toEqual([2])
    expect(right!.reasons).toContainEqual({ code: 'must_targets_met', params: { count: 2 } })
    expect(right!.reasons).toContainEqual({ code: 'figure_missing', params: { target: '极片宽度' } })
    expect(right!.reasons).toContainEqual({ code: 'same_field', params: { field: '新能源与高效节能' } })
    expect(twin!.reasons).toContainEqual({ code: 'must_missed', params: { target: '漏检率' } })
  })

  it('reads the targets from free text', async () => {
    const found = await match('涂布极片检测:线速不低于80 m/min,漏检率不超过0.1%', options)
    expect(found[0]!.id).toBe('achievement-coating')
    expect(found[0]!.verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met'])
  })

  it('never returns challenges, nor what fails a filter', async () => {
    const found = await match(queryOf(coatingChallenge).query, { ...options, filters: { openAfter: 6_000 } })
    expect(found.map(({ id }) => id)).toContain('achievement-coating')
    expect(found.map(({ id }) => id)).not.toContain('achievement-coating-slow')
    expect(found.every(({ document }) => document.kind !== 'challenge')).toBe(true)
  })

  it('finds nothing for nothing', async () => {
    expect(await match('', options)).toEqual([])
    expect(await match('的 了 42', options)).toEqual([])
  })
})

describe('a listing looks for challenges', () => {
  it('is held against the targets of the challenge', async () => {
    const { query, sought } = queryOf(listings[1]!)
    const [found] = await match(query, { ...options, sought })
    expect(found!.id).toBe('challenge-coating')
    expect(found!.verdicts.map(({ verdict }) => verdict)).toEqual(['missed', 'missed', 'unknown'])
  })
})

describe('explanations are true', () => {
  const vocabulary = [
    '涂布',
    '极片',
    '针孔',
    '检测',
    '柔轮',
    '齿面',
    '氮化镓',
    '封装',
    '可靠性',
    '谐波减速器',
    'gan',
    '5g',
  ]

  it('a shown word that leaves the query lowers the score', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 }),
        async (chosen) => {
          const ask = (words: string[]) => match({ text: words.join('。'), targets: [] }, options)
          for (const found of await ask(chosen)) {
            for (const { word, share, snippet } of found.words) {
              expect(share).toBeGreaterThan(0)
              expect(share).toBeLessThanOrEqual(1 + 1e-9)
              expect(snippet.marks.length).toBeGreaterThan(0)
              for (const [from, to] of snippet.marks) expect(normalize(snippet.text.slice(from, to))).toContain(word)
              const without = await ask(chosen.map((each) => each.replaceAll(word, '。')))
              expect(without.find(({ id }) => id === found.id)?.score ?? 0).toBeLessThan(found.score)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('shares of the words shown never sum to more than all', async () => {
    const [found] = await match(queryOf(coatingChallenge).query, options)
    expect(found!.words.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
    expect(found!.words.length).toBeGreaterThan(2)
  })
})

describe('documents come from the store', () => {
  it('one that was deleted since the engine read it is not shown', async () => {
    const store = new MemoryDocumentStore()
    for (const document of listings) store.put(document)
    const engine = new EmbeddedEngine({ store, followEvery: 0 })
    await engine.refresh()
    store.delete('achievement-coating')
    store.put(listing('coating-slow', { title: '锂电池极片涂布在线检测装置', openUntil: 1 }))
    expect(await match('极片涂布', { engine, store, filters: { openAfter: 2 } })).toEqual([])
  })
})
