import type { AppLoadContext } from '@remix-run/node'
import { writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from 'express'

type Handle = (request: Request, context: AppLoadContext) => Promise<Response>

/**
 * Hands an Express request to Remix and writes its answer. The official adapter streams the body; here it was read before
 * (express.raw), so that the size limit holds whatever the length header says.
 */
export function bridge(handle: Handle, contextOf: (request: ExpressRequest) => AppLoadContext, origin: string) {
  return async (incoming: ExpressRequest, outgoing: ExpressResponse, next: NextFunction): Promise<void> => {
    try {
      const gone = new AbortController()
      outgoing.on('close', () => {
        if (!outgoing.writableFinished) gone.abort()
      })
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) {
        for (const each of [value].flat()) if (each !== undefined) headers.append(name, each)
      }
      const body = Buffer.isBuffer(incoming.body) && incoming.body.length > 0 ? new Uint8Array(incoming.body) : null
      const url = new URL(incoming.originalUrl, origin)
      // The data protocol before single fetch: Remix would log an error for it.
      url.searchParams.delete('_data')
      const request = new Request(url, {
        method: incoming.method,
        headers,
        signal: gone.signal,
        ...(incoming.method === 'POST' ? { body } : {}),
      })
      const answer = await handle(request, contextOf(incoming))
      outgoing.statusMessage = answer.statusText
      outgoing.status(answer.status)
      for (const [name, value] of answer.headers) outgoing.append(name, value)
      if (answer.headers.get('content-type')?.includes('text/event-stream')) outgoing.flushHeaders()
      if (answer.body) await writeReadableStreamToWritable(answer.body, outgoing)
      else outgoing.end()
    } catch (error) {
      next(error)
    }
  }
}
