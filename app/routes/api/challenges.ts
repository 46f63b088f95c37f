import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeList } from '~/domain/challenge/queries.server'
import { visitor } from '~/domain/kernel/actor'
import { endpoint } from '~/http/endpoint'
import { readListParams } from '~/lists/url'
import { listAnswer } from './list-answer'

/** GET /api/v1/challenges: the public list, with the parameters of its page. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const params = readListParams(challengeListDefinition, url.searchParams)
  return listAnswer(challengeListDefinition, params, await challengeList(services.db, visitor, params, now))
})
