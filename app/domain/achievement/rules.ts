import type { AchievementState } from '#db/schema'
import type { StateTable } from '../kernel/states'

export interface AchievementSubject {
  id: string
  state: AchievementState
  organizationId: string
  validUntil: Date | null
  listedAt: Date | null
}

export type AchievementEvent = 'list' | 'expire' | 'renew' | 'withdraw'

/** The life of an achievement. Source: DESIGN 5, achievements. Negotiation and transfer are moved by deals and contracts. */
export const achievementStates: StateTable<AchievementState, AchievementEvent, AchievementSubject> = {
  draft: { list: { to: 'listed', by: 'owner' } },
  listed: {
    expire: { to: 'expired', by: 'clock', when: (achievement) => achievement.validUntil },
    withdraw: { to: 'withdrawn', by: 'owner' },
  },
  in_negotiation: { withdraw: { to: 'withdrawn', by: 'owner' } },
  transferred: {},
  expired: { renew: { to: 'listed', by: 'owner' }, withdraw: { to: 'withdrawn', by: 'owner' } },
  withdrawn: { list: { to: 'listed', by: 'owner' } },
}
