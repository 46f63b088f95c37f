import { challengeById } from '~/domain/challenge/queries.server'
import { onlyStaff } from '~/domain/kernel/actor'
import { notAllowed, stale } from '~/domain/kernel/errors'
import { page } from '~/http/page'

/** The page on which a reviewer decides about one challenge; refused to one who has a part in it, and when nothing waits for review. */
export const decisionPage = (event: 'publish' | 'return') =>
  page(onlyStaff('reviewer'), async ({ actor, params, now, services, newKey }) => {
    const challenge = await challengeById(services.db, actor, params.id ?? '', now)
    const offered = challenge.actions.find((each) => each.event === event)
    if (!offered) throw stale('errors.state', { state: `challenge.state.${challenge.state}` })
    if (offered.refusal === 'challenge.refusal.own_case') throw notAllowed(offered.refusal)
    return { challenge, refusal: offered.refusal, key: newKey() }
  })
