import { randomUUID } from 'node:crypto'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { event } from '#db/schema'
import { castKernel } from '#test/integration/challenge/given'
import { makeSessions } from '~/services/auth/sessions.server'
import { isDeclared } from '~/http/page'
import { expectedRoutes, withoutLoader } from './expected-routes'
import { type Answered, type Who, testWeb } from './web'
import { deviations, everybody, expectedFor } from './who'
import { type World, canaries, makeWorld } from './world'

const kernel = castKernel()
const web = testWeb(kernel)
let made: Promise<World> | undefined
const world = () => (made ??= makeWorld(kernel))

type Module = ServerBuild['routes'][string]['module']

/** Routes of the built product by their whole path. */
function builtRoutes(): Map<string, Module> {
  const { root, ...routes } = web.build.routes
  void root
  return new Map(Object.values(routes).map((each) => [each.path ?? '', each.module]))
}

/** The parameters that a route's path reads from a URL's. */
function paramsOf(pattern: string, pathname: string): Record<string, string> {
  const names = pattern.split('/')
  const values = pathname.split('/').slice(1)
  return Object.fromEntries(
    names.flatMap((name, at) => (name.startsWith(':') ? [[name.slice(1), decodeURIComponent(values[at] ?? '')]] : [])),
  )
}

/** What a route's own loader answers, without the layout around it and before anything is drawn: layouts protect nothing. */
async function ask(pattern: string, module: Module, path: string, who: Who): Promise<{ status: string; body: string }> {
  const url = new URL(path, web.url)
  const headers = path.startsWith('/api/') ? await web.bearer(who) : await web.as(who)
  let given: unknown
  try {
    given = await module.loader?.({
      request: new Request(url, { headers }),
      params: paramsOf(pattern, url.pathname),
      context: {
        services: {
          ...kernel,
          sessions: makeSessions(kernel.db, false),
          search: web.search,
          log: { error: (about: unknown) => web.errors.push(about) },
          demo: true,
          publicUrl: null,
        },
        facts: { requestId: randomUUID(), nonce: 'nonce', address: who, sameOrigin: false },
      } as unknown as AppLoadContext,
    })
  } catch (thrown) {
    given = thrown
  }
  if (given instanceof Response) return { status: String(given.status), body: await given.text() }
  if (given instanceof Error) return { status: `failed (${given.message})`, body: '' }
  const { data, init } = (given ?? {}) as { data?: unknown; init?: ResponseInit | null }
  return { status: String(init?.status ?? 200), body: JSON.stringify(data === undefined ? given : data) ?? '' }
}

describe('every route', () => {
  it('has a row, and no row is of a route that is gone', () => {
    expect(Object.keys(expectedRoutes).sort()).toEqual([...builtRoutes().keys()].sort())
  })

  it('has no loader or action that was not declared, and no page without a loader', () => {
    const undeclared: string[] = []
    for (const [path, { loader, action }] of Object.entries(web.build.routes).map(
      ([id, each]) => [id === 'root' ? id : (each.path ?? ''), each.module] as const,
    )) {
      if (loader ? !isDeclared(loader) : !withoutLoader.includes(path)) undeclared.push(`${path} loader`)
      if (action && !isDeclared(action)) undeclared.push(`${path} action`)
    }
    expect(undeclared).toEqual([])
  })

  it.each(Object.entries(expectedRoutes).map(([pattern, cases]) => ({ pattern, cases })))(
    'GET /$pattern answers each as it should, and nobody with what is not theirs',
    async ({ pattern, cases }) => {
      const module = builtRoutes().get(pattern)
      if (!module) return expect(pattern).toBe('a route of the product')
      const there = await world()
      const wrong: string[] = []
      for (const { path, expected } of cases) {
        const found: Partial<Record<Who, string>> = {}
        for (const who of everybody) {
          const answer = await ask(pattern, module, path(there), who)
          found[who] = answer.status
          for (const [canary, readers] of Object.entries(canaries)) {
            if (answer.body.includes(canary) && !(readers as readonly Who[]).includes(who))
              wrong.push(`${path(there)} tells ${who} ${canary}`)
          }
        }
        wrong.push(...deviations(`GET ${path(there)}`, expectedFor(expected), found))
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

describe('what is hidden', () => {
  /** The same path about something that does not exist. */
  const missingPath = (path: string): string =>
    path
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, () => randomUUID())
      .replace(/\b(BD|CG|NL|HT|RD|[A-Z]{2})-(\d{4})-\d{6}\b/, '$1-$2-987654')

  /** An answer without what differs between any two: nonce, ids of requests, moments, and what was asked for. */
  function comparable({ status, headers, body }: Answered, path: string): unknown {
    const asked = [
      path,
      encodeURI(path),
      encodeURIComponent(path),
      path.split('/').find((part) => /\d{4}/.test(part)) ?? path,
    ]
    const nonce = /'nonce-([\w-]+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '«nonce»'
    const plain = (text: string) =>
      [nonce, ...asked]
        .reduce((left, each) => left.replaceAll(each, '«asked»'), text)
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '«id»')
        .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '«moment»')
        .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?/g, '«moment»')
    const { date: _date, 'x-request-id': _id, 'content-length': _length, etag: _etag, ...kept } = headers
    return {
      status,
      headers: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, plain(value)])),
      body: plain(body),
    }
  }

  const hiddenCases = Object.entries(expectedRoutes).flatMap(([pattern, cases]) =>
    pattern.includes(':')
      ? cases.filter(({ expected }) => expectedFor(expected).stranger === '404').map((each) => ({ pattern, ...each }))
      : [],
  )

  it('looks to a stranger like what does not exist: as a document', async () => {
    const there = await world()
    const different: string[] = []
    for (const { path } of hiddenCases) {
      const hidden = path(there)
      const missing = missingPath(hidden)
      if (hidden === missing) continue
      const headers = await web.as('stranger')
      const api = hidden.startsWith('/api/') ? await web.bearer('stranger') : headers
      const [one, other] = [await web.ask(hidden, { headers: api }), await web.ask(missing, { headers: api })]
      if (one.status !== 404) different.push(`${hidden} answers ${one.status}`)
      if (JSON.stringify(comparable(one, hidden)) !== JSON.stringify(comparable(other, missing)))
        different.push(`${hidden} and ${missing} differ`)
    }
    expect(hiddenCases.length).toBeGreaterThan(30)
    expect(different).toEqual([])
  }, 600_000)

  it('looks like what does not exist where data alone is asked for', async () => {
    const there = await world()
    const different: string[] = []
    for (const { path } of hiddenCases) {
      const hidden = path(there)
      const missing = missingPath(hidden)
      if (hidden === missing || hidden.startsWith('/api/')) continue
      for (const who of ['stranger', 'rival'] as const) {
        const headers = await web.as(who)
        const [one, other] = [
          await web.ask(`${hidden}.data`, { headers }),
          await web.ask(`${missing}.data`, { headers }),
        ]
        if (JSON.stringify(comparable(one, hidden)) !== JSON.stringify(comparable(other, missing)))
          different.push(`${who}: ${hidden}.data and ${missing}.data differ`)
      }
    }
    expect(different).toEqual([])
  }, 600_000)

  it('looks like what does not exist to a command over the API', async () => {
    const there = await world()
    const asked = [
      ['challenge.submit', there.challenges.draft],
      ['challenge.withdraw', there.challenges.draft],
      ['challenge.publish', there.challenges.submitted],
      ['achievement.publish', there.achievements.draft.id],
      ['achievement.withdraw', there.achievements.draft.id],
      ['capability.publish', there.capabilities.draft.id],
      ['contract.accept', there.contracts.submitted.id],
      ['contract.accept', there.contracts.draft.id],
      ['organization.submit', there.organizations.draft],
      ['organization.verify', there.organizations.draft],
      ['identity.revoke_token', there.token],
    ] as const
    for (const [command, id] of asked) {
      const unknown = randomUUID()
      for (const who of ['stranger', 'rival'] as const) {
        const [one, other] = [await web.fire(command, { id }, who), await web.fire(command, { id: unknown }, who)]
        expect([command, who, one.status]).toEqual([command, who, 404])
        expect(comparable(one, id)).toEqual(comparable(other, unknown))
      }
    }
  }, 120_000)
})

describe('every route that takes a form', () => {
  const foreign: [string, Record<string, string>][] = [
    ['without Origin and without token', {}],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a null origin', { origin: 'null' }],
    ['as another site', { 'sec-fetch-site': 'cross-site' }],
    ['as a sibling site', { 'sec-fetch-site': 'same-site' }],
  ]

  it.each(foreign)(
    'refuses what comes %s, and does nothing',
    async (_name, headers) => {
      const there = await world()
      const before = await kernel.db.$count(event)
      const wrong: string[] = []
      for (const [pattern, { action }] of builtRoutes()) {
        if (!action || pattern.startsWith('api/')) continue
        const path = expectedRoutes[pattern]![0]!.path(there)
        const answer = await web.ask(path, {
          method: 'POST',
          headers: { ...(await web.as('poser')), 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: 'reason=x',
        })
        if (answer.status !== 403) wrong.push(`POST ${path}: ${answer.status}`)
      }
      expect(wrong).toEqual([])
      expect(await kernel.db.$count(event)).toBe(before)
    },
    300_000,
  )
})

it('nothing failed while all this was asked', () => expect(web.errors).toEqual([]))
