import { eq } from 'drizzle-orm'
import { organization } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayReview } from '../access'
import { organizationLifecycle } from '../lifecycle.server'
import { OrganizationIdInput } from '../schema'

/** A reviewer confirms that the organisation is what it says; from then on it may publish, bid and sign. Refusals: own_organization, state. */
export const verifyOrganization = lifecycleCommand('organization.verify', {
  event: 'organization.verified',
  input: OrganizationIdInput,
  of: organizationLifecycle,
  id: (input) => input.id,
  transition: 'verify',
  allow: mayReview,
  async write({ tx, input, now }) {
    await tx.update(organization).set({ verifiedAt: now }).where(eq(organization.id, input.id))
    return { answer: { id: input.id } }
  },
})
