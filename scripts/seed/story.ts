import type { StoryStep } from './timeline'

/** Everything that happened before the demo's present. */
export const story = (): StoryStep[] => []
