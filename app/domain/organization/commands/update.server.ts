import { and, eq, ne } from 'drizzle-orm'
import { organization } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { mayEdit } from '../access'
import { columnsOf, organizationLifecycle } from '../lifecycle.server'
import { editableStates } from '../rules'
import { UpdateOrganizationInput } from '../schema'

/** Owners and editors change the facts before a reviewer looks, or after a return. Refusals: viewer, not_member, state, code taken. */
export const updateOrganization = lifecycleCommand('organization.update', {
  event: 'organization.updated',
  input: UpdateOrganizationInput,
  of: organizationLifecycle,
  id: (input) => input.id,
  states: editableStates,
  allow: mayEdit,
  async write({ tx, input }) {
    const [taken] = await tx
      .select({ id: organization.id })
      .from(organization)
      .where(and(eq(organization.code, input.code), ne(organization.id, input.id)))
    if (taken) throw invalid([{ path: ['code'], message: 'organization.issue.code_taken' }])
    await tx.update(organization).set(columnsOf(input)).where(eq(organization.id, input.id))
    return { answer: { id: input.id } }
  },
})
