import type { TestKernel } from '#test/integration/kernel'
import { createOrganization } from '~/domain/organization/commands/create.server'
import { submitOrganization } from '~/domain/organization/commands/submit.server'
import { creditCodeCheck } from '~/domain/organization/credit-code'
import type { InputOf } from '~/domain/command/command'
import type { PersonActor } from '~/domain/kernel/actor'

export type OrganizationDraft = InputOf<typeof createOrganization>

let serial = 0

/** A valid organisation with a code of its own. */
export function organizationInput(more: Partial<OrganizationDraft> = {}): OrganizationDraft {
  serial += 1
  const first = `91330108T${String(serial).padStart(8, '0')}`
  return {
    name: `杭州试验${serial}有限公司`,
    kind: 'enterprise',
    code: `${first}${creditCodeCheck(first)}`,
    region: '330108',
    party_type: 'enterprise_limited',
    contact_name: '张工',
    contact_phone: '0571-8600 0108',
    ...more,
  }
}

/** Makes one as a draft, or hands it in. */
export async function madeBy(
  kernel: TestKernel,
  actor: PersonActor,
  until: 'draft' | 'submitted' = 'draft',
  more: Partial<OrganizationDraft> = {},
): Promise<string> {
  const { id } = await kernel.commands.run(createOrganization, organizationInput(more), { actor })
  if (until === 'submitted') await kernel.commands.run(submitOrganization, { id }, { actor })
  return id
}
