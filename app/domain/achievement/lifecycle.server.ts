import { achievement } from '#db/schema'
import { listingLifecycle } from './listing.server'
import { achievementStates } from './rules'

export const achievementLifecycle = listingLifecycle('achievement', achievement, achievementStates)
