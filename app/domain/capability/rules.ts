import type { CapabilityState } from '#db/schema'
import type { StateTable } from '../kernel/states'

export interface CapabilitySubject {
  id: string
  state: CapabilityState
  organizationId: string
  validUntil: Date | null
  listedAt: Date | null
}

export type CapabilityEvent = 'list' | 'expire' | 'renew' | 'withdraw'

/** The life of a capability. Source: DESIGN 5, capabilities and bookings. */
export const capabilityStates: StateTable<CapabilityState, CapabilityEvent, CapabilitySubject> = {
  draft: { list: { to: 'listed', by: 'owner' } },
  listed: {
    expire: { to: 'expired', by: 'clock', when: (capability) => capability.validUntil },
    withdraw: { to: 'withdrawn', by: 'owner' },
  },
  expired: { renew: { to: 'listed', by: 'owner' }, withdraw: { to: 'withdrawn', by: 'owner' } },
  withdrawn: { list: { to: 'listed', by: 'owner' } },
}
