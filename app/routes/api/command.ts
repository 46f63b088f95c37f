import { DomainError, notAllowed, notFound } from '~/domain/kernel/errors'
import { registry } from '~/domain/registry'
import { endpoint, jsonBody } from '~/http/endpoint'
import { countAttempt } from '~/http/rates.server'

/** POST /api/v1/commands/<name>: any declared command, as the person behind the bearer token. */
export const action = endpoint('POST', async ({ request, params, actor, services, facts }) => {
  const command = registry.get(params.name ?? '')
  if (!command || command.by !== 'person' || (command.name.startsWith('demo.') && !services.demo)) throw notFound()
  if (actor.kind !== 'person') throw new DomainError('not_signed_in', 'api.problem.token_needed')
  const scopes: readonly string[] = actor.token?.scopes ?? []
  if (!scopes.includes('*') && !scopes.includes(command.name)) throw notAllowed('errors.refusal.token_scope')
  await countAttempt(services.db, { act: 'api', by: actor.personId, most: 600, seconds: 60 })
  const key = request.headers.get('idempotency-key')
  if (key !== null && !/^[\x21-\x7e]{8,200}$/.test(key)) throw new DomainError('invalid', 'api.problem.idempotency_key')
  const input = await jsonBody(request)
  return services.commands.runUnknown(command, input, { actor, requestId: facts.requestId, key })
})

export const loader = endpoint('POST', async () => null)
