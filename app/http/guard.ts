import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import type { RequestFacts } from './context'

/** Largest request body. Uploads have their own route and limit. */
export const bodyLimit = 2 * 1024 * 1024

export interface GuardOptions {
  /** Hosts that this site answers to, with port where there is one. */
  hosts: ReadonlySet<string>
  /** Origins whose pages may post here. */
  origins: ReadonlySet<string>
  https: boolean
  /** Whether X-Forwarded-For of the direct peer may be believed. */
  trustsProxy: (address: string) => boolean
  /** Development server: its client needs inline scripts and a web socket. */
  development: boolean
}

declare module 'express-serve-static-core' {
  interface Request {
    facts: RequestFacts
  }
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The handler before Remix: Host, method, origin, security headers. Source: TRUST 5, ASVS 5.0 V3 and V4. */
export function guard(options: GuardOptions) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(18).toString('base64url')
    const requestId = randomUUID()
    for (const [name, value] of Object.entries(securityHeaders(nonce, options))) response.setHeader(name, value)
    response.setHeader('X-Request-Id', requestId)
    const refuse = (status: number, words: string) => {
      response.status(status).type('text/plain; charset=utf-8').send(words)
    }
    const host = request.headers.host?.toLowerCase() ?? ''
    const forwarded = request.headers['x-forwarded-host']
    if (!options.hosts.has(host) || (forwarded !== undefined && !options.hosts.has(String(forwarded).toLowerCase()))) {
      return refuse(
        400,
        '主机名不被接受，请从平台的正式网址访问。\nThis host name is not served here. Use the address of the site.\n',
      )
    }
    if (!readable(request.url)) {
      return refuse(
        400,
        '网址里有无法识别的字符，请检查后再试。\nThis address holds characters that cannot be read. Check it and try again.\n',
      )
    }
    if (!reading.has(request.method) && request.method !== 'POST') {
      response.setHeader('Allow', 'GET, HEAD, POST')
      return refuse(405, '不支持这种请求方法。\nThis method is not supported.\n')
    }
    let sameOrigin = false
    if (request.method === 'POST' && !request.path.startsWith('/api/v1/')) {
      const origin = request.headers.origin
      const site = request.headers['sec-fetch-site']
      const foreign =
        (origin !== undefined && !options.origins.has(origin)) ||
        (site !== undefined && site !== 'same-origin' && site !== 'none')
      if (foreign) {
        return refuse(
          403,
          '这个请求不是从本站页面发出的，已拒绝。请回到本站页面重新操作。\nThis request did not come from a page of this site and was refused.\n',
        )
      }
      sameOrigin = site === 'same-origin' || origin !== undefined
    }
    const peer = request.socket.remoteAddress ?? ''
    const chain = options.trustsProxy(peer) ? request.headers['x-forwarded-for'] : undefined
    const address = chain === undefined ? peer : (String(chain).split(',').at(-1)?.trim() ?? peer)
    request.facts = { requestId, nonce, address, sameOrigin }
    next()
  }
}

/** Whether the path can be decoded, and nothing in the address is a NUL, which PostgreSQL cannot be asked for. */
function readable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0]!)
    return !url.includes('%00')
  } catch {
    return false
  }
}

function securityHeaders(nonce: string, { https, development }: GuardOptions): Record<string, string> {
  const script = development ? "'self' 'unsafe-inline' 'unsafe-eval'" : `'self' 'nonce-${nonce}'`
  const connect = development ? "'self' ws:" : "'self'"
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      `script-src ${script}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      `connect-src ${connect}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
