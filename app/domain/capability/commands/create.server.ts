import { capability } from '#db/schema'
import { command, nothing } from '../../command/command'
import { mayDraft } from '../access'
import { columnsOf, writeMetrics } from '../rows.server'
import { CreateCapabilityInput } from '../schema'

/** Starts a draft for the acting organisation. Refusals: not_signed_in, no_organization, viewer. */
export const createCapability = command('capability.create', {
  event: 'capability.created',
  input: CreateCapabilityInput,
  lock: nothing,
  allow: (actor) => mayDraft(actor),
  async write({ tx, input, actor }) {
    if (actor.kind !== 'person' || !actor.organization) throw new Error('only a member drafts')
    const [row] = await tx
      .insert(capability)
      .values({
        ...columnsOf(input),
        organizationId: actor.organization.id,
        createdBy: actor.personId,
        externalId: input.external_id ?? null,
      })
      .returning({ id: capability.id })
    await writeMetrics(tx, row!.id, input.metrics)
    return {
      answer: { id: row!.id },
      subject: { type: 'capability', id: row!.id },
      after: { state: 'draft', title: input.title },
    }
  },
})
