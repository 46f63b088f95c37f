import type { ContractEvent } from '~/domain/contract/rules'
import { contractPage } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notAllowed, stale } from '~/domain/kernel/errors'
import { page } from '~/http/page'

/** The loader of a page that is one step of a contract: refuses where the step cannot be taken now. */
export const stepPage = (event: Exclude<ContractEvent, 'complete'>) =>
  page(signedIn, async ({ actor, params, now, services, newKey }) => {
    const contract = await contractPage(services.db, actor, params.number ?? '', now)
    const action = contract.actions.find((each) => each.event === event)
    if (!action) throw stale('errors.state', { state: `contract.state.${contract.state}` })
    if (action.refusal) throw notAllowed(action.refusal)
    const organization = actor.kind === 'person' ? (actor.organization?.name ?? '') : ''
    return { contract, organization, key: newKey() }
  })
