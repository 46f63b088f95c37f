import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { capability } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { readSetting } from '../../settings/queries.server'
import { mayList } from '../access'
import { capabilityLifecycle } from '../lifecycle.server'
import { CapabilityIdInput } from '../schema'

/** Lists an expired capability again. Refusals as for publishing. */
export const renewCapability = lifecycleCommand('capability.renew', {
  event: 'capability.renewed',
  input: CapabilityIdInput,
  of: capabilityLifecycle,
  id: (input) => input.id,
  transition: 'renew',
  allow: mayList,
  async write({ tx, subject, now }) {
    const days = await readSetting(tx, 'capability.valid_days', z.number().int().positive())
    await tx
      .update(capability)
      .set({ validUntil: new Date(now.getTime() + days * 86_400_000) })
      .where(eq(capability.id, subject.id))
    return { answer: { id: subject.id } }
  },
})
