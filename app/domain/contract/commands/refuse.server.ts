import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayExamine } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { refuseInput } from '../schema'

/** Refuses registration on a coded ground, with the reason. Refusals: not_registrar, own_case, state. */
export const refuseContract = lifecycleCommand('contract.refuse', {
  event: 'contract.refused',
  input: refuseInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'refuse',
  allow: mayExamine,
  async write({ tx, input, subject }) {
    await tx
      .update(contract)
      .set({ refusalGround: input.ground, returnReason: input.reason })
      .where(eq(contract.id, subject.id))
    return { answer: { id: subject.id, number: subject.number } }
  },
})
