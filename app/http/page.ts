import { type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import type { Actor } from '~/domain/kernel/actor'
import type { Decision } from '~/domain/kernel/decision'
import { DomainError, notAllowed, notFound, notSignedIn } from '~/domain/kernel/errors'
import { isTextKey } from '~/i18n'
import { type Visit, visitOf } from './visit.server'

/** What an error page gets: never a sentence, always a key, and for bugs the request's id. */
export interface PageProblem {
  code: string
  key: string
  params: Record<string, string | number>
  requestId: string
}

const declared = Symbol.for('jiebang.declared')

/** Whether a loader or action was made by page(), act() or endpoint(); a route with another one fails the access walk. */
export const isDeclared = (handler: unknown): boolean =>
  typeof handler === 'function' && Object.hasOwn(handler, declared)

export const declare = <F extends object>(handler: F): F => Object.assign(handler, { [declared]: true })

/**
 * A loader. Refuses unless `allow` says yes; `load` itself refuses by throwing a domain error where the thing decides.
 * Answers a view type, never rows.
 */
export function page<View>(allow: (actor: Actor) => Decision, load: (visit: Visit) => Promise<View> | View) {
  return declare(async (args: LoaderFunctionArgs) => {
    const visit = await visitOf(args)
    return answering(visit, async () => {
      refuseUnless(allow(visit.actor))
      return await load(visit)
    })
  })
}

/** Throws the domain error that a refusal stands for. */
export function refuseUnless(decision: Decision): void {
  if (decision.yes) return
  if (decision.hidden) throw notFound()
  throw decision.reason === 'errors.refusal.not_signed_in' ? notSignedIn() : notAllowed(decision.reason)
}

/** Runs a handler; expected failures become an answer of their status, a missing sign-in leads to the login page. */
export async function answering<T>(visit: Visit, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'not_signed_in') throw toLogin(visit)
    throw problem(error, visit.facts.requestId)
  }
}

/** The loader of a file: refuses as {@link page} does, but in plain text, since no page is drawn around it. */
export function file(allow: (actor: Actor) => Decision, load: (visit: Visit) => Promise<Response>) {
  return declare(async (args: LoaderFunctionArgs) => {
    const visit = await visitOf(args)
    try {
      refuseUnless(allow(visit.actor))
      return await load(visit)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'not_signed_in') throw toLogin(visit)
      const sentence = isTextKey(error.key) ? visit.t(error.key, error.params) : error.key
      return new Response(`${sentence}\n`, {
        status: error.status,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', ...retryAfter(error) },
      })
    }
  })
}

function toLogin({ request, url }: Visit): Response {
  const next = request.method === 'GET' ? url.pathname + url.search : url.pathname
  return redirect(`/login?next=${encodeURIComponent(next)}`)
}

/** The thrown answer that the error boundary shows. */
export function problem(error: DomainError, requestId: string) {
  const body: PageProblem = { code: error.code, key: error.key, params: error.params, requestId }
  return data(body, { status: error.status, headers: retryAfter(error) })
}

const retryAfter = ({ retryAfterSeconds }: DomainError): Record<string, string> =>
  retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {}

/** An id from the URL; one that is no uuid looks like a thing that does not exist. */
export function idOf(param: string | undefined): string {
  if (!param || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(param)) throw notFound()
  return param
}
