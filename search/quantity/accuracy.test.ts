import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { judgeAll, readListing, type Metric, type Target, type TargetVerdict } from './index'

const folder = fileURLToPath(new URL('../../../shared/data/targets/', import.meta.url))

interface Challenge {
  id: string
  targets: (Target & { value_to?: number })[]
}
interface Listing {
  id: string
  title: string
  abstract: string
  metrics?: Metric[]
}

function readLines<T>(name: string, parse: (line: string) => T): T[] {
  return readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n')
    .map(parse)
}

describe.skipIf(!existsSync(folder))('verdicts on the evaluation set', () => {
  it('reaches the bars: accuracy .96, precision of met .99, recall of missed .90', () => {
    const challenges = new Map(
      readLines('challenges.jsonl', (line) => JSON.parse(line) as Challenge).map((one) => [one.id, one]),
    )
    const listings = new Map(
      readLines('listings.jsonl', (line) => JSON.parse(line) as Listing).map((one) => [one.id, one]),
    )
    const judged = new Map<string, TargetVerdict[]>()
    const count = { rows: 0, right: 0, met: 0, metRight: 0, missed: 0, missedRight: 0 }
    for (const [challengeId, listingId, index, expected] of readLines('satisfied.tsv', (line) => line.split('\t'))) {
      const key = `${challengeId} ${listingId}`
      const { title, abstract, metrics } = listings.get(listingId!)!
      const targets = challenges.get(challengeId!)!.targets.map((target) => ({ ...target, valueTo: target.value_to }))
      const verdicts = judged.get(key) ?? judgeAll(targets, readListing({ metrics, text: `${title}。${abstract}` }))
      judged.set(key, verdicts)
      const { verdict } = verdicts[Number(index)]!
      count.rows += 1
      if (verdict === expected) count.right += 1
      if (verdict === 'met') count.met += 1
      if (verdict === 'met' && expected === 'met') count.metRight += 1
      if (expected === 'missed') count.missed += 1
      if (expected === 'missed' && verdict === 'missed') count.missedRight += 1
    }
    expect(count.right / count.rows).toBeGreaterThanOrEqual(0.96)
    expect(count.metRight / count.met).toBeGreaterThanOrEqual(0.99)
    expect(count.missedRight / count.missed).toBeGreaterThanOrEqual(0.9)
  })
})
