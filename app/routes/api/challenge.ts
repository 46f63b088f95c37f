import { challengeByNumber } from '~/domain/challenge/queries.server'
import { notFound } from '~/domain/kernel/errors'
import { endpoint } from '~/http/endpoint'

export const loader = endpoint('GET', async ({ params, actor, services, now }) => {
  const found = await challengeByNumber(services.db, actor, params.number ?? '', now)
  if (!found) throw notFound()
  return found
})
