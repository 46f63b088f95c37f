import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { type Actor, visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { personActor } from '~/domain/identity/actor.server'
import { type Locale, type T, translator } from '~/i18n'
import type { OpenSession } from '~/services/auth/sessions.server'
import type { RequestFacts, Services } from './context'

/** One request as pages and acts see it: who asks, in which language, at which business time. */
export interface Visit {
  request: Request
  url: URL
  params: Record<string, string | undefined>
  actor: Actor
  session: OpenSession | null
  locale: Locale
  t: T
  now: Date
  services: Services
  facts: RequestFacts
  /** A fresh retry token for a form on this page. */
  newKey: () => string
}

/** By the request's facts: Remix hands every loader a request object of its own. */
const visits = new WeakMap<RequestFacts, Promise<Pick<Visit, 'actor' | 'session' | 'now'>>>()

/** Reads the visit; the loaders of one request share who asks and the clock, so that they cannot disagree. */
export async function visitOf(args: {
  request: Request
  params: Record<string, string | undefined>
  context: AppLoadContext
}): Promise<Visit> {
  const { request, params, context } = args
  const { services, facts } = context
  let who = visits.get(facts)
  if (!who) {
    who = readWho(request, services)
    visits.set(facts, who)
  }
  const { actor, session, now } = await who
  const locale = localeOf(request)
  return {
    request,
    url: new URL(request.url),
    params,
    actor,
    session,
    now,
    locale,
    t: translator(locale),
    services,
    facts,
    newKey: randomUUID,
  }
}

async function readWho(request: Request, services: Services): Promise<Pick<Visit, 'actor' | 'session' | 'now'>> {
  const session = await services.sessions.read(request.headers.get('cookie'))
  const actor: Actor = session
    ? ((await personActor(services.db, session.personId, session.organizationId)) ?? visitor)
    : visitor
  return { actor, session, now: await businessNow(services.db) }
}

/** The language: remembered by cookie; else the browser's; Chinese where neither says English. */
export function localeOf(request: Request): Locale {
  const remembered = /(?:^|;\s*)lang=(zh-CN|en)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1]
  if (remembered) return remembered as Locale
  const wanted = request.headers.get('accept-language')?.split(',')[0]?.trim().toLowerCase() ?? ''
  return wanted.startsWith('en') ? 'en' : 'zh-CN'
}
