import { createHash, randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { apiToken } from '#db/schema'
import { EmbeddedEngine } from '#search/embedded'
import type { CastKey } from '#test/cast'
import type { TestKernel } from '#test/integration/kernel'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { keptNames } from '~/domain/matching/names.server'
import { keptSynonyms } from '~/domain/matching/synonyms.server'
import { formToken } from '~/http/form-token.server'
import { startWeb } from '~/http/server'
import type { Search } from '~/services/search/search.server'
import { makeSessions } from '~/services/auth/sessions.server'
import { buildIfOld } from '../../scripts/start/build'
import { checkPort } from '../../scripts/start/port'

/** Somebody of the cast, or the one without a session. */
export type Who = CastKey | 'visitor'

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Answered {
  status: number
  headers: Record<string, string>
  body: string
}

/** The web process with its guard, its built pages and its API, inside this process and on a test kernel's database. */
export interface TestWeb {
  url: string
  /** Host and port, as a browser would send it. */
  host: string
  build: ServerBuild
  search: Search
  /** Errors that were logged: bugs. */
  errors: unknown[]
  /** One request with exactly these headers. */
  ask(path: string, asked?: Asked): Promise<Answered>
  /** The headers that say who asks: a session's cookie. */
  as(who: Who): Promise<Record<string, string>>
  /** The headers of an API call with a token of all scopes, or of the named ones. */
  bearer(who: Who, scopes?: string[]): Promise<Record<string, string>>
  /** A form as one of our pages would send it, with the session's token in it. */
  post(
    path: string,
    who: Who,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Answered>
  /** A command over the API. */
  fire(command: string, input: unknown, who: Who, headers?: Record<string, string>): Promise<Answered>
}

/** What the process would read; the services that it is given make most of it unused. */
const webEnvironment = (databaseUrl: string, port: number) => ({
  DATABASE_URL: databaseUrl,
  APP_SECRET: randomBytes(32).toString('base64url'),
  SEAL_RECIPIENT: 'age1test',
  HOST: '127.0.0.1',
  PORT: port,
  TRUSTED_PROXIES: '',
  DEMO_MODE: '1' as const,
  DEV: '0' as const,
})

/** One web process for a test file. Builds the pages first where the build is old. */
export function testWeb(kernel: TestKernel): TestWeb {
  const web = {} as TestWeb
  let stop: () => Promise<void> = async () => {}
  beforeAll(async () => {
    await buildIfOld(() => {})
    const port = await checkPort('127.0.0.1', 0, 0)
    const { db, keys, commands } = kernel
    const sessions = makeSessions(db, false)
    const store = databaseDocumentStore(db)
    const engine = new EmbeddedEngine({ store, followEvery: 0 })
    await engine.refresh()
    const errors: unknown[] = []
    const log = pino({ level: 'error' }, { write: (line: string) => errors.push(JSON.parse(line)) })
    const services = {
      db,
      keys,
      commands,
      sessions,
      search: { engine, store, synonyms: keptSynonyms(db), names: keptNames(db) },
      log,
      demo: true,
      publicUrl: null,
    }
    const started = await startWeb(webEnvironment(kernel.appUrl, port), { services, close: () => engine.close() })
    const agent = new Agent({ keepAlive: true, maxSockets: 8 })
    stop = async () => {
      agent.destroy()
      started.server.closeAllConnections()
      await started.stop()
    }
    const host = `127.0.0.1:${port}`
    const cookies = new Map<Who, string>()
    const tokens = new Map<string, string>()

    const cookieOf = async (who: CastKey): Promise<string> => {
      const known = cookies.get(who)
      if (known) return known
      const actor = await kernel.as(who)
      const cookie = (await sessions.open(actor.personId, actor.organization?.id ?? null)).split(';')[0]!
      cookies.set(who, cookie)
      return cookie
    }

    Object.assign(web, {
      url: `http://${host}`,
      host,
      search: { engine, store, synonyms: keptSynonyms(db), names: keptNames(db) },
      errors,
      build: (await import(
        /* @vite-ignore */ fileURLToPath(new URL('../../build/server/index.js', import.meta.url))
      )) as ServerBuild,
      ask: (path, { method = 'GET', headers = {}, body } = {}) =>
        new Promise((resolve, reject) => {
          const asking = request(
            { agent, host: '127.0.0.1', port, path, method, headers: { host, ...headers }, setHost: false },
            (answer) => {
              const parts: Buffer[] = []
              answer.on('data', (part: Buffer) => parts.push(part))
              answer.on('end', () =>
                resolve({
                  status: answer.statusCode ?? 0,
                  headers: Object.fromEntries(
                    Object.entries(answer.headers).map(([name, value]) => [name, String(value ?? '')]),
                  ),
                  body: Buffer.concat(parts).toString(),
                }),
              )
            },
          )
          asking.on('error', reject)
          asking.end(body)
        }),
      as: async (who): Promise<Record<string, string>> => (who === 'visitor' ? {} : { cookie: await cookieOf(who) }),
      async bearer(who, scopes = ['*']): Promise<Record<string, string>> {
        if (who === 'visitor') return {}
        const name = `${who} ${scopes.join(' ')}`
        let token = tokens.get(name)
        if (!token) {
          token = `jb_${randomBytes(32).toString('base64url')}`
          const actor = await kernel.as(who)
          await db.insert(apiToken).values({
            personId: actor.personId,
            organizationId: actor.organization?.id ?? null,
            name,
            tokenHash: createHash('sha256').update(token).digest('hex'),
            scopes,
            expiresAt: new Date(Date.now() + 3_600_000),
          })
          tokens.set(name, token)
        }
        return { authorization: `Bearer ${token}` }
      },
      async post(path, who, fields, headers = {}) {
        const cookie = who === 'visitor' ? null : await cookieOf(who)
        const body = new URLSearchParams(fields)
        if (!body.has('_token')) body.set('_token', formToken(keys, cookie?.slice(cookie.indexOf('=') + 1) ?? null))
        return web.ask(path, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            ...(cookie ? { cookie } : {}),
            ...headers,
          },
          body: body.toString(),
        })
      },
      fire: async (command, input, who, headers = {}) =>
        web.ask(`/api/v1/commands/${command}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(await web.bearer(who)), ...headers },
          body: JSON.stringify(input),
        }),
    } satisfies TestWeb)
  }, 600_000)
  afterAll(() => stop())
  return web
}
