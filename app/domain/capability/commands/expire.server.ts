import { lifecycleCommand } from '../../command/command'
import { onlyClock } from '../../kernel/actor'
import { capabilityLifecycle } from '../lifecycle.server'
import { CapabilityIdInput } from '../schema'

/** The clock ends a listing whose validity is over. */
export const expireCapability = lifecycleCommand('capability.expire', {
  event: 'capability.expired',
  input: CapabilityIdInput,
  by: 'clock',
  of: capabilityLifecycle,
  id: (input) => input.id,
  transition: 'expire',
  allow: onlyClock,
  write: async ({ subject }) => ({ answer: { id: subject.id } }),
})
