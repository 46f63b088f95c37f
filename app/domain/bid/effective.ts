import type { ChallengeState } from '#db/schema'

/** A challenge's state as a reader sees it where only state and deadline are at hand: the twin of the SQL function of that name. */
export const effectiveChallengeState = (state: ChallengeState, bidDeadline: Date | null, now: Date): ChallengeState =>
  state === 'open' && bidDeadline && bidDeadline <= now ? 'closed' : state
