import { eq } from 'drizzle-orm'
import { organization } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayOwn } from '../access'
import { organizationLifecycle } from '../lifecycle.server'
import { OrganizationIdInput } from '../schema'

/** The owner hands the organisation in for verification. Refusals: not_owner, viewer, no_contact, state. */
export const submitOrganization = lifecycleCommand('organization.submit', {
  event: 'organization.submitted',
  input: OrganizationIdInput,
  of: organizationLifecycle,
  id: (input) => input.id,
  transition: 'submit',
  allow: mayOwn,
  async write({ tx, input, now }) {
    await tx.update(organization).set({ submittedAt: now, returnReason: null }).where(eq(organization.id, input.id))
    return { answer: { id: input.id } }
  },
})
