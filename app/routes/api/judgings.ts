import { judgingsOf } from '~/domain/evaluation/queries.server'
import { notSignedIn } from '~/domain/kernel/errors'
import { endpoint } from '~/http/endpoint'

/** What the token's person was asked to judge. */
export const loader = endpoint('GET', async ({ actor, services }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  return { items: await judgingsOf(services.db, actor.personId) }
})
