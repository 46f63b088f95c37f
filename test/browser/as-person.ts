import { expect } from 'vitest'
import { productUrl } from './chromium'

/** One person of the cast over HTTP, with a token of its own that may do all that the person may do. */
export interface ApiPerson {
  /** Fires a command; fails the test when it is refused. */
  run<Answer = { id: string }>(command: string, input: unknown): Promise<Answer>
  get<Answer>(path: string): Promise<Answer>
  /** The raw answer of a command, for refusals. */
  try(command: string, input: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
}

/** Signs a demo person in by the one-click form, makes a token on its page and gives the API in its name. */
export async function apiAs(key: string): Promise<ApiPerson> {
  const url = productUrl()
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields),
    })
  const entered = await post('/demo/enter', { person: key, return_to: '/' })
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  expect(cookie).toContain('jiebang')
  const made = await post('/workspace/tokens', { name: 'test', scopes: '*', days: '7' }, cookie)
  const token = /jb_[\w-]+|[\w-]{43}(?=<)/.exec(await made.text())?.[0]
  if (!token) throw new Error(`${key} got no token: ${made.status}`)
  const fire: ApiPerson['try'] = async (command, input, headers = {}) => {
    const answer = await fetch(`${url}/api/v1/commands/${command}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    try: fire,
    get: (path) => apiGet(path, token),
    async run(command, input) {
      const { status, body } = await fire(command, input)
      if (status !== 200) throw new Error(`${key}: ${command} was refused: ${JSON.stringify(body)}`)
      return body as never
    },
  }
}

/** A resource of the API; without a token, what everybody sees. */
export async function apiGet<Answer>(path: string, token?: string): Promise<Answer> {
  const answer = await fetch(
    `${productUrl()}/api/v1/${path}`,
    token ? { headers: { authorization: `Bearer ${token}` } } : {},
  )
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as Answer
}

/** Asks again until it holds; a job or the clock may need a moment. */
export async function until<Value>(
  read: () => Promise<Value>,
  holds: (value: Value) => boolean,
  seconds = 60,
): Promise<Value> {
  const end = Date.now() + seconds * 1_000
  for (;;) {
    const value = await read()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`waited ${seconds} s, still ${JSON.stringify(value).slice(0, 400)}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
