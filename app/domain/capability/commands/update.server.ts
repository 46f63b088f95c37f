import { eq, sql } from 'drizzle-orm'
import { capability } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayChange } from '../access'
import { capabilityLifecycle } from '../lifecycle.server'
import { columnsOf, writeMetrics } from '../rows.server'
import { UpdateCapabilityInput } from '../schema'

/** Changes what a listing says, also while it is listed. Refusals: viewer, not_yours, state. */
export const updateCapability = lifecycleCommand('capability.update', {
  event: 'capability.updated',
  input: UpdateCapabilityInput,
  of: capabilityLifecycle,
  id: (input) => input.id,
  states: ['draft', 'listed', 'expired', 'withdrawn'],
  allow: mayChange,
  async write({ tx, input, subject }) {
    await tx
      .update(capability)
      .set({ ...columnsOf(input), updatedAt: sql`clock_timestamp()` })
      .where(eq(capability.id, subject.id))
    await writeMetrics(tx, subject.id, input.metrics)
    return { answer: { id: subject.id } }
  },
})
