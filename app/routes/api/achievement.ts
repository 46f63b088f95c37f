import { readAchievement } from '~/domain/achievement/queries.server'
import { notFound } from '~/domain/kernel/errors'
import { endpoint } from '~/http/endpoint'

export const loader = endpoint('GET', async ({ params, actor, services, now }) => {
  const found = await readAchievement(services.db, actor, { number: params.number ?? '' }, now)
  if (!found) throw notFound()
  return found
})
