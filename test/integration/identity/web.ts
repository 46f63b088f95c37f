import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { TestKernel } from '#test/integration/kernel'
import { formToken } from '~/http/form-token.server'
import { type Sessions, makeSessions } from '~/services/auth/sessions.server'

/** What a route answered, as a browser would tell answers apart. */
export interface Answer {
  status: number
  location: string | null
  cookie: string | null
  retryAfter: string | null
  /** Data that the page gets, or null for a redirect. */
  body: unknown
}

type Handler<Args> = (args: Args) => unknown

/** Routes without the server before them: forms are posted with the token of their page, from an address. */
export function makeWeb(kernel: TestKernel, options: { demo?: boolean } = {}) {
  const sessions = (): Sessions => makeSessions(kernel.db, false)
  const context = (address: string): AppLoadContext =>
    ({
      services: {
        db: kernel.db,
        keys: kernel.keys,
        commands: kernel.commands,
        sessions: sessions(),
        demo: options.demo ?? true,
        publicUrl: null,
      },
      facts: { requestId: randomUUID(), nonce: 'nonce', address, sameOrigin: false },
    }) as unknown as AppLoadContext

  return {
    sessions,
    async post(
      action: Handler<ActionFunctionArgs>,
      path: string,
      fields: Record<string, string>,
      from: { cookie?: string | null; address?: string; params?: Record<string, string> } = {},
    ): Promise<Answer> {
      const cookie = from.cookie?.split(';')[0] ?? ''
      const token = cookie.split('=')[1] ?? null
      const body = new URLSearchParams({ _token: formToken(kernel.keys, token), ...fields })
      const request = new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', body, headers: { cookie } })
      return answer(() => action({ request, params: from.params ?? {}, context: context(from.address ?? '192.0.2.1') }))
    },
    async get(
      loader: Handler<LoaderFunctionArgs>,
      path: string,
      from: { cookie?: string | null; params?: Record<string, string> } = {},
    ): Promise<Answer> {
      const request = new Request(`http://127.0.0.1:3000${path}`, {
        headers: { cookie: from.cookie?.split(';')[0] ?? '' },
      })
      return answer(() => loader({ request, params: from.params ?? {}, context: context('192.0.2.1') }))
    },
  }
}

async function answer(handle: () => unknown): Promise<Answer> {
  let given: unknown
  try {
    given = await handle()
  } catch (thrown) {
    given = thrown
  }
  if (given instanceof Error) throw given
  if (given instanceof Response) {
    const { headers } = given
    return {
      status: given.status,
      location: headers.get('location'),
      cookie: headers.get('set-cookie'),
      retryAfter: headers.get('retry-after'),
      body: null,
    }
  }
  const { data, init } = (given ?? {}) as { data?: unknown; init?: ResponseInit | null }
  const headers = new Headers(init?.headers)
  return {
    status: init?.status ?? 200,
    location: null,
    cookie: headers.get('set-cookie'),
    retryAfter: headers.get('retry-after'),
    body: data === undefined ? given : JSON.parse(JSON.stringify(data)),
  }
}
