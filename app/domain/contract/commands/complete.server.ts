import { eq, sql } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { dayOf } from '../../kernel/clock'
import { contractLifecycle } from '../lifecycle.server'
import { contractIdInput } from '../schema'

/** The last signature makes a draft a signed contract, formed on this day unless the parties named another. */
export const completeContract = lifecycleCommand('contract.complete', {
  event: 'contract.signed',
  by: 'worker',
  input: contractIdInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'complete',
  allow: onlyWorker,
  async write({ tx, subject, now }) {
    await tx
      .update(contract)
      .set({ signedOn: sql`coalesce(${contract.signedOn}, ${dayOf(now)})` })
      .where(eq(contract.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
