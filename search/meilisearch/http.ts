import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { SearchUnavailable } from '../engine'

export interface ServerOptions {
  url: string
  /** Omitted where the server has no master key. */
  key?: string
  /** Milliseconds for a search; writes get ten times as many. Default 3000. */
  timeout?: number
}

const largestAnswer = 32 * 1024 * 1024
const failure = z.object({ message: z.string().max(10_000), code: z.string().max(200) })
const enqueued = z.object({ taskUid: z.number().int().nonnegative() })
const task = z.object({
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
})

/** The server refused what was asked: a fault of ours, or a task that failed. */
export class MeilisearchRefusal extends Error {
  override name = 'MeilisearchRefusal'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** HTTP to one Meilisearch. Whatever it answers is checked; nothing it says is trusted further than its shape. */
export class MeilisearchServer {
  #base: URL
  #key: string | undefined
  readonly timeout: number

  constructor({ url, key, timeout = 3000 }: ServerOptions) {
    this.#base = new URL(url.endsWith('/') ? url : `${url}/`)
    this.#key = key
    this.timeout = timeout
  }

  /** @throws SearchUnavailable when there is no usable answer, MeilisearchRefusal when the answer is no. */
  async ask<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    answer: z.ZodType<T>,
    body?: unknown,
    timeout = this.timeout,
  ): Promise<T> {
    const signal = AbortSignal.timeout(timeout)
    let response: Response
    let text: string
    try {
      response = await fetch(new URL(path, this.#base), {
        method,
        signal,
        redirect: 'error',
        headers: {
          ...(this.#key ? { authorization: `Bearer ${this.#key}` } : {}),
          // A compressed answer comes in small pieces, each held back until the one before is acknowledged: 40 ms.
          'accept-encoding': 'identity',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      text = await readCapped(response)
    } catch (cause) {
      if (cause instanceof SearchUnavailable) throw cause
      if (signal.aborted) throw new SearchUnavailable('timeout', `no answer within ${timeout} ms`, { cause })
      throw new SearchUnavailable('unreachable', 'the search server cannot be reached', { cause })
    }
    if (!response.ok) throw refusal(response.status, text)
    const parsed = answer.safeParse(parseJson(text))
    if (!parsed.success) {
      throw new SearchUnavailable('bad_answer', `unexpected answer to ${method} ${path}`, { cause: parsed.error })
    }
    return parsed.data
  }

  /** Sends a write and waits until the server has carried it out. */
  async write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, patience = 120_000): Promise<void> {
    const { taskUid } = await this.ask(method, path, enqueued, body, this.timeout * 10)
    const deadline = performance.now() + patience
    for (let wait = 5; ; wait = Math.min(wait * 2, 500)) {
      const { status, error } = await this.ask('GET', `tasks/${taskUid}`, task, undefined, this.timeout * 10)
      if (status === 'succeeded') return
      if (status === 'failed' || status === 'canceled') {
        throw new MeilisearchRefusal(200, error?.code ?? status, error?.message ?? `task ${taskUid} ${status}`)
      }
      if (performance.now() > deadline) {
        throw new SearchUnavailable('timeout', `task ${taskUid} not done within ${patience} ms`)
      }
      await pause(wait)
    }
  }
}

async function readCapped(response: Response): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > largestAnswer) throw new SearchUnavailable('bad_answer', 'answer is too large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(status: number, text: string): Error {
  if (status === 429 || status === 503) return new SearchUnavailable('busy', 'the search server is busy')
  const parsed = failure.safeParse(parseJson(text))
  const { code, message } = parsed.success ? parsed.data : { code: 'unknown', message: `status ${status}` }
  if (status >= 500 || status === 401 || status === 403) return new SearchUnavailable('refused', `${code}: ${message}`)
  return new MeilisearchRefusal(status, code, message)
}
