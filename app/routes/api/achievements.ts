import { achievementListDefinition } from '~/domain/achievement/list'
import { achievementList } from '~/domain/achievement/list.server'
import { endpoint } from '~/http/endpoint'
import { readListParams } from '~/lists/url'
import { listAnswer } from './list-answer'

/** GET /api/v1/achievements: the public list, with the parameters of its page. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const params = readListParams(achievementListDefinition, url.searchParams)
  return listAnswer(achievementListDefinition, params, await achievementList(services.db, params, now))
})
