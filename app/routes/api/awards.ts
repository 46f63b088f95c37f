import { awardsOf } from '~/domain/award/queries.server'
import { challengeByNumber } from '~/domain/challenge/queries.server'
import { endpoint } from '~/http/endpoint'

/** Awards of a challenge from their publicity on. */
export const loader = endpoint('GET', async ({ params, actor, services, now }) => {
  const { id } = await challengeByNumber(services.db, actor, params.number ?? '', now)
  return { items: await awardsOf(services.db, id) }
})
