import { membership, organization } from '#db/schema'
import { command, nothing } from '../../command/command'
import { signedIn } from '../../kernel/actor'
import { invalid } from '../../kernel/errors'
import { columnsOf } from '../lifecycle.server'
import { CreateOrganizationInput } from '../schema'

/** A signed-in person describes an organisation; a draft is made and the person becomes its owner. Refusals: not_signed_in, code taken. */
export const createOrganization = command('organization.create', {
  event: 'organization.created',
  input: CreateOrganizationInput,
  lock: nothing,
  allow: signedIn,
  async write({ tx, input, actor }) {
    if (actor.kind !== 'person') throw new Error('only a person creates an organisation')
    const [made] = await tx
      .insert(organization)
      .values(columnsOf(input))
      .onConflictDoNothing({ target: organization.code })
      .returning({ id: organization.id })
    if (!made) throw invalid([{ path: ['code'], message: 'organization.issue.code_taken' }])
    await tx.insert(membership).values({ personId: actor.personId, organizationId: made.id, role: 'owner' })
    return {
      answer: { id: made.id },
      subject: { type: 'organization', id: made.id },
      after: { state: 'draft', name: input.name, kind: input.kind, code: input.code, region: input.region },
    }
  },
})
