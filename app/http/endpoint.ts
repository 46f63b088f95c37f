import { createHash } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { tokenActor } from '~/domain/identity/actor.server'
import { type Actor, visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError, notSignedIn } from '~/domain/kernel/errors'
import { plainJson } from '~/domain/kernel/json'
import { readIssueMessage } from '~/domain/kernel/issues'
import { type Locale, type T, isTextKey, translator } from '~/i18n'
import type { RequestFacts, Services } from './context'
import { declare } from './page'

/** One API request: a bearer token's person or a visitor. Cookies do not count here. */
export interface Call {
  request: Request
  url: URL
  params: Record<string, string | undefined>
  actor: Actor
  now: Date
  locale: Locale
  t: T
  services: Services
  facts: RequestFacts
}

/** A resource of the API: JSON on success, problem+json (RFC 9457) in the caller's language on failure. */
export function endpoint(method: 'GET' | 'POST', work: (call: Call) => Promise<unknown>) {
  return declare(async (args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Response> => {
    const { request, params, context } = args
    const { services, facts } = context
    const locale: Locale = request.headers.get('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
    const t = translator(locale)
    try {
      if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) {
        return problemJson(405, 'method_not_allowed', t('api.problem.method', { method }), facts.requestId, {
          Allow: method,
        })
      }
      const actor = await bearer(request, services)
      const now = await businessNow(services.db)
      const answer = await work({ request, url: new URL(request.url), params, actor, now, locale, t, services, facts })
      return answer instanceof Response ? answer : json(answer)
    } catch (error) {
      if (error instanceof DomainError) return domainProblem(error, t, facts.requestId)
      if (error instanceof Response) return error
      services.log.error({ err: error, requestId: facts.requestId }, 'request failed')
      return problemJson(500, 'internal', t('api.problem.internal'), facts.requestId)
    }
  })
}

const json = (value: unknown): Response =>
  new Response(JSON.stringify(plainJson(value)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  })

async function bearer(request: Request, services: Services): Promise<Actor> {
  const header = request.headers.get('authorization')
  if (header === null) return visitor
  const token = /^Bearer ([\w-]{20,200})$/.exec(header)?.[1]
  const found = token && (await tokenActor(services.db, createHash('sha256').update(token).digest('hex'), new Date()))
  if (!found) throw new DomainError('not_signed_in', 'api.problem.token')
  return found
}

/** The body as JSON. @throws invalid when it is none. */
export async function jsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(type)) throw new DomainError('invalid', 'api.problem.content_type')
  try {
    return JSON.parse(await request.text()) as unknown
  } catch {
    throw new DomainError('invalid', 'api.problem.json')
  }
}

/** A person with a token; a visitor is asked for one. */
export function withToken(actor: Actor): Actor {
  if (actor.kind !== 'person') throw notSignedIn()
  return actor
}

function domainProblem(error: DomainError, t: T, requestId: string): Response {
  const text = (message: string, params: Record<string, string | number> = {}) => {
    const read = readIssueMessage(message)
    return isTextKey(read.key) ? t(read.key, { ...read.params, ...params }) : read.key
  }
  return problemJson(
    error.status,
    error.code,
    text(error.key, error.params),
    requestId,
    error.retryAfterSeconds ? { 'Retry-After': String(error.retryAfterSeconds) } : {},
    error.issues.map((issue) => ({
      path: issue.path.join('.'),
      detail: text(issue.message),
      code: readIssueMessage(issue.message).key,
    })),
    error.key,
  )
}

function problemJson(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  headers: Record<string, string> = {},
  errors: { path: string; detail: string; code: string }[] = [],
  reason?: string,
): Response {
  const body = {
    type: `/about#problem-${code}`,
    title: code,
    status,
    detail,
    ...(reason ? { reason } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    request_id: requestId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}
