import { eq } from 'drizzle-orm'
import { organization } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayReview } from '../access'
import { organizationLifecycle } from '../lifecycle.server'
import { ReturnOrganizationInput } from '../schema'

/** A reviewer sends the organisation back with a reason that its members read. Refusals: own_organization, state. */
export const returnOrganization = lifecycleCommand('organization.return', {
  event: 'organization.returned',
  input: ReturnOrganizationInput,
  of: organizationLifecycle,
  id: (input) => input.id,
  transition: 'return',
  allow: mayReview,
  async write({ tx, input }) {
    await tx.update(organization).set({ returnReason: input.reason }).where(eq(organization.id, input.id))
    return { answer: { id: input.id } }
  },
})
