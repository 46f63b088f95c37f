import { lifecycleCommand } from '../../command/command'
import { mayChange } from '../access'
import { capabilityLifecycle } from '../lifecycle.server'
import { CapabilityIdInput } from '../schema'

/** Takes a listing off the market; it can be listed again. Refusals: viewer, not_yours, state. */
export const withdrawCapability = lifecycleCommand('capability.withdraw', {
  event: 'capability.withdrawn',
  input: CapabilityIdInput,
  of: capabilityLifecycle,
  id: (input) => input.id,
  transition: 'withdraw',
  allow: mayChange,
  write: async ({ subject }) => ({ answer: { id: subject.id } }),
})
