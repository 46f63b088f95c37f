import { contractPage } from '~/domain/contract/queries.server'
import type { ContractEvent } from '~/domain/contract/rules'
import { onlyStaff } from '~/domain/kernel/actor'
import { notAllowed, stale } from '~/domain/kernel/errors'
import { page } from '~/http/page'

/** The loader of a page that is one decision of a registrar. */
export const decisionPage = (event: Extract<ContractEvent, 'accept' | 'return' | 'refuse' | 'amend' | 'cancel'>) =>
  page(onlyStaff('registrar'), async ({ actor, params, now, services, newKey }) => {
    const contract = await contractPage(services.db, actor, params.number ?? '', now)
    const action = contract.actions.find((each) => each.event === event)
    if (!action) throw stale('errors.state', { state: `contract.state.${contract.state}` })
    if (action.refusal) throw notAllowed(action.refusal)
    return { contract, key: newKey() }
  })
