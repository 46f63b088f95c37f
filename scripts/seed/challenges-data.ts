import type { SeedChallenge } from './challenge-data'
import { openChallenges } from './challenges-open-data'
import { closedChallenges, unpublishedChallenges } from './challenges-other-data'

/** Invented problems of the demo's enterprises; no real requirement stands behind any of them. */
export const seedChallengesData: readonly SeedChallenge[] = [
  ...openChallenges,
  ...closedChallenges,
  ...unpublishedChallenges,
]

export function challengeOf(key: string): SeedChallenge {
  const found = seedChallengesData.find((each) => each.key === key)
  if (!found) throw new Error(`no challenge of the demo is called ${key}`)
  return found
}
