import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayExamine } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { returnInput } from '../schema'

/** Gives an application back for completion, with the reason; its clock stops. Refusals: not_registrar, own_case, state. */
export const returnContract = lifecycleCommand('contract.return', {
  event: 'contract.returned',
  input: returnInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'return',
  allow: mayExamine,
  async write({ tx, input, subject }) {
    await tx
      .update(contract)
      .set({ returnReason: input.reason, acceptedAt: null, reviewDueAt: null })
      .where(eq(contract.id, subject.id))
    return { answer: { id: subject.id, number: subject.number } }
  },
})
