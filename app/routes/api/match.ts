import { invalid } from '~/domain/kernel/errors'
import { matchProblem } from '~/domain/matching/match.server'
import { MatchInput } from '~/domain/matching/schema'
import { endpoint, jsonBody } from '~/http/endpoint'
import { countAttempt } from '~/http/rates.server'

/** POST /api/v1/match: who can solve a problem. The text is neither stored nor logged; 20 a minute per address. */
export const action = endpoint('POST', async ({ request, services, facts, now }) => {
  await countAttempt(services.db, { act: 'match', by: facts.address, most: 20, seconds: 60 })
  const read = MatchInput.safeParse(await jsonBody(request))
  if (!read.success)
    throw invalid(
      read.error.issues.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === 'number' ? part : String(part))),
        message,
      })),
    )
  const { title, text, targets, limit } = read.data
  const asked = targets?.map(({ value_to, ...target }) => ({ ...target, valueTo: value_to ?? null }))
  return matchProblem(services.search, { title, text, ...(asked ? { targets: asked } : {}) }, now, limit)
})

export const loader = endpoint('POST', async () => null)
