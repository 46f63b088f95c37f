import { capabilityListDefinition } from '~/domain/capability/list'
import { capabilityList } from '~/domain/capability/list.server'
import { endpoint } from '~/http/endpoint'
import { readListParams } from '~/lists/url'
import { askedOf } from '~/lists/words.server'
import { listAnswer } from './list-answer'

/** GET /api/v1/capabilities: the public list, with the parameters of its page. */
export const loader = endpoint('GET', async ({ url, services, now }) => {
  const params = readListParams(capabilityListDefinition, url.searchParams)
  const asked = await askedOf({ services, now }, 'capability', params)
  return listAnswer(capabilityListDefinition, params, await capabilityList(services.db, asked))
})
