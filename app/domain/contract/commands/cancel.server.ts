import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayExamine } from '../access'
import { appendEntries, originPeriodOf } from '../ledger.server'
import { contractLifecycle } from '../lifecycle.server'
import { registeredWhole } from '../registered'
import { nothingYet } from '../rules'
import { cancelInput } from '../schema'

/** Cancels (注销) a contract that was dissolved: the ledger gives back all that it holds of it. Refusals: not_registrar, own_case, state. */
export const cancelContract = lifecycleCommand('contract.cancel', {
  event: 'contract.cancelled',
  input: cancelInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'cancel',
  allow: mayExamine,
  async write({ tx, input, subject, now }) {
    const before = registeredWhole(subject)
    await tx.update(contract).set({ cancelledAt: now, cancelReason: input.reason }).where(eq(contract.id, subject.id))
    await appendEntries(
      tx,
      'cancellation',
      { ...subject, registrationNumber: before.registrationNumber },
      {
        from: before,
        to: { ...nothingYet, kind: before.kind },
        at: now,
        originPeriod: await originPeriodOf(tx, subject.id),
        version: subject.version,
      },
    )
    return { answer: { id: subject.id, number: subject.number } }
  },
})
