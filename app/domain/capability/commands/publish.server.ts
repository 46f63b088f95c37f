import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { capability } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { nextNumber } from '../../kernel/numbers'
import { readSetting } from '../../settings/queries.server'
import { mayList } from '../access'
import { capabilityLifecycle } from '../lifecycle.server'
import { CapabilityIdInput } from '../schema'

/** Lists a capability: from now on everybody finds it, for as long as the setting says. Refusals: viewer, not_yours, not_verified, state. */
export const publishCapability = lifecycleCommand('capability.publish', {
  event: 'capability.listed',
  input: CapabilityIdInput,
  of: capabilityLifecycle,
  id: (input) => input.id,
  transition: 'list',
  allow: mayList,
  async write({ tx, subject, now }) {
    const days = await readSetting(tx, 'capability.valid_days', z.number().int().positive())
    const number = subject.number ?? (await nextNumber(tx, 'ZS', now))
    await tx
      .update(capability)
      .set({ number, listedAt: subject.listedAt ?? now, validUntil: new Date(now.getTime() + days * 86_400_000) })
      .where(eq(capability.id, subject.id))
    return { answer: { id: subject.id, number } }
  },
})
