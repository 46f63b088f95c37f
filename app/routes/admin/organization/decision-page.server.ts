import { onlyStaff } from '~/domain/kernel/actor'
import { notAllowed, stale } from '~/domain/kernel/errors'
import { type OrganizationEvent } from '~/domain/organization/rules'
import { organizationPage } from '~/domain/organization/queries.server'
import { page } from '~/http/page'

/** The page on which a reviewer decides about one organisation; refused with the reason why this reviewer cannot, or cannot now. */
export const decisionPage = (event: OrganizationEvent) =>
  page(onlyStaff('reviewer'), async ({ actor, params, now, services, newKey }) => {
    const organization = await organizationPage(services.db, actor, params.id ?? '', now)
    const offered = organization.actions.find((each) => each.event === event)
    if (organization.state !== 'submitted') {
      throw stale('errors.state', { state: `organization.state.${organization.state}` })
    }
    if (!offered) throw notAllowed('organization.refusal.own_organization')
    if (!offered.decision.yes) throw notAllowed(offered.decision.reason)
    return { organization, key: newKey() }
  })
