import { describe, expect, it } from 'vitest'
import { judgeAll, readListing, type Target, type Verdict } from '#search/quantity'
import { CreateAchievementInput } from '~/domain/achievement/schema'
import { CreateCapabilityInput } from '~/domain/capability/schema'
import { createDraftInput } from '~/domain/challenge/schema'
import { seedAchievementsData } from './achievements-data'
import { seedCapabilitiesData } from './capabilities-data'
import { challengeInput } from './challenge-data'
import { seedChallengesData } from './challenges-data'
import { achievementInput, capabilityInput, demoPatent } from './listing-data'
import { seedOrganizationsData } from './people-data'

const dates = { bidDay: '2026-12-01', deliveryDay: '2027-06-01' }
const owner = (key: string) => seedOrganizationsData.find((each) => each.owner === key)

/** Listings with the prose that search keeps of them. */
const listings = [
  ...seedAchievementsData.map((each) => {
    const said = CreateAchievementInput.parse(achievementInput(each))
    return { ...said, owner: each.owner, prose: `${said.abstract}\n${said.comparison}` }
  }),
  ...seedCapabilitiesData.map((each) => {
    const said = CreateCapabilityInput.parse(capabilityInput(each))
    return { ...said, owner: each.owner, prose: `${said.abstract}\n${said.instruments}` }
  }),
].map(({ owner, title, prose, metrics }) => ({
  owner,
  facts: readListing({
    text: `${title}\n${prose}`,
    metrics: metrics.map(({ name, value, value_to, unit }) => ({
      name,
      unit,
      value: value_to == null ? value : ([value, value_to] as [number, number]),
    })),
  }),
}))

const challenges = seedChallengesData.map((each) => {
  const { targets, requirement } = createDraftInput.parse(challengeInput(each, dates))
  return {
    key: each.key,
    poser: each.poser,
    requirement,
    targets: targets.map(({ value_to, ...target }): Target => ({ ...target, valueTo: value_to })),
  }
})

/** Verdicts of the must targets for every listing of another organisation. */
const verdictsOf = ({ poser, targets }: (typeof challenges)[number]) =>
  listings
    .filter((listing) => listing.owner !== poser)
    .map(({ facts }) => judgeAll(targets, facts).flatMap(({ verdict }, i) => (targets[i]!.must ? [verdict] : [])))

const missesOne = (verdicts: readonly Verdict[]): boolean =>
  verdicts.filter((verdict) => verdict === 'missed').length === 1 &&
  verdicts.filter((verdict) => verdict === 'met').length >= 2

describe('demo listings and challenges', () => {
  it('are as many as the demo shows, each read by its command', () => {
    expect(seedAchievementsData).toHaveLength(28)
    expect(seedCapabilitiesData).toHaveLength(12)
    expect(challenges).toHaveLength(20)
  })

  it('belong to organisations, and their titles are their own', () => {
    const titles = [...seedChallengesData, ...seedAchievementsData, ...seedCapabilitiesData].map((each) => each.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const { owner: key } of listings) expect(owner(key)?.until).toBe('verified')
    for (const { poser } of challenges) expect(owner(poser)?.kind).toBe('enterprise')
  })

  it.each(challenges)('$key says enough and has three targets or more', ({ requirement, targets, key }) => {
    expect([...requirement].length).toBeGreaterThanOrEqual(150)
    expect([...requirement].length).toBeLessThanOrEqual(400)
    expect(targets.length).toBeGreaterThanOrEqual(key === 'station_data' ? 2 : 3)
  })

  it('solve most challenges, and nearly solve them', { timeout: 30_000 }, () => {
    const judged = challenges.map(verdictsOf)
    const solved = judged.filter((listings) => listings.some((each) => each.every((verdict) => verdict === 'met')))
    const nearly = solved.filter((listings) => listings.some(missesOne))
    expect(solved.length).toBeGreaterThanOrEqual(10)
    expect(nearly.length).toBeGreaterThanOrEqual(10)
  })

  it('number patents with their check digit', () => {
    // The example of the standard, and a serial of the demo's own range.
    expect(demoPatent(2003, 102_344 - 9_990_000, false)).toBe('200310102344.5')
    expect(demoPatent(2023, 11)).toMatch(/^ZL202319990011\.[\dX]$/)
  })
})
