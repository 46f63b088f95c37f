import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeList } from '~/domain/challenge/queries.server'
import { endpoint } from '~/http/endpoint'
import { readListParams } from '~/lists/url'
import { askedOf } from '~/lists/words.server'
import { listAnswer } from './list-answer'

/** GET /api/v1/challenges: the public list, with the parameters of its page. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const params = readListParams(challengeListDefinition, url.searchParams)
  const asked = await askedOf({ services, now }, 'challenge', params)
  return listAnswer(challengeListDefinition, params, await challengeList(services.db, asked))
})
