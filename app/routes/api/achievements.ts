import { achievementListDefinition } from '~/domain/achievement/list'
import { achievementList } from '~/domain/achievement/list.server'
import { endpoint } from '~/http/endpoint'
import { readListParams } from '~/lists/url'
import { askedOf } from '~/lists/words.server'
import { listAnswer } from './list-answer'

/** GET /api/v1/achievements: the public list, with the parameters of its page. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const params = readListParams(achievementListDefinition, url.searchParams)
  const asked = await askedOf({ services, now }, 'achievement', params)
  return listAnswer(achievementListDefinition, params, await achievementList(services.db, asked))
})
