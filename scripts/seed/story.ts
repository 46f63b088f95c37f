import { challengeSteps } from './challenges'
import { contractSteps } from './contracts'
import { caseSteps } from './finished-cases'
import { listingSteps } from './listings'
import type { StoryStep } from './timeline'

/** Everything that happened before the demo's present. */
export const story = (): StoryStep[] => [...listingSteps, ...challengeSteps, ...caseSteps, ...contractSteps()]
