import { lifecycleCommand } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { awardLifecycle } from '../lifecycle.server'
import { awardIdInput } from '../schema'

/** The parties have signed the contract that an award led to; fired by what follows the signing. Refusals: state. */
export const markContracted = lifecycleCommand('award.mark_contracted', {
  event: 'award.contracted',
  by: 'worker',
  input: awardIdInput,
  of: awardLifecycle,
  id: (input) => input.id,
  transition: 'contract',
  allow: onlyWorker,
  write: async ({ subject }) => ({ answer: { id: subject.id } }),
})
