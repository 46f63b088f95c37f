import { capability } from '#db/schema'
import { listingLifecycle } from '../achievement/listing.server'
import { capabilityStates } from './rules'

export const capabilityLifecycle = listingLifecycle('capability', capability, capabilityStates)
