import { achievementLifecycle } from './achievement/lifecycle.server'
import { capabilityLifecycle } from './capability/lifecycle.server'
import { challengeLifecycle } from './challenge/lifecycle.server'
import type { Lifecycle } from './kernel/states'

type AnyLifecycle = Lifecycle<{ id: string; state: string }, string, string>

/** Every lifecycle with moments of its own: what the clock walks. */
export const lifecycles = [
  challengeLifecycle,
  achievementLifecycle,
  capabilityLifecycle,
] as unknown as readonly AnyLifecycle[]
