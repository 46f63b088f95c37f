import { Transform } from 'node:stream'
import { type AppLoadContext, type EntryContext, createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'

export { openServices } from '~/http/services.server'

const abortDelay = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  keepRetryAfter(headers, remix)
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} abortDelay={abortDelay} nonce={context.facts.nonce} />,
      {
        nonce: context.facts.nonce,
        // The whole page at once: it works without JavaScript, and its status is known before its first byte.
        onAllReady() {
          const body = withoutZeros()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          context.services.log.error({ err: error, requestId: context.facts.requestId }, 'page failed')
        },
      },
    )
    setTimeout(abort, abortDelay + 1_000).unref()
  })
}

/** Bugs only: what a page or act expected never comes here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return
  context.services.log.error(
    { err: error, requestId: context.facts.requestId, path: new URL(request.url).pathname },
    'request failed',
  )
}

/** Remix gives the headers of a refused loader or act to routes that ask for them; this one every refusal keeps. */
function keepRetryAfter(headers: Headers, { staticHandlerContext }: EntryContext): void {
  const { actionHeaders, loaderHeaders } = staticHandlerContext
  for (const own of Object.values({ ...loaderHeaders, ...actionHeaders })) {
    const seconds = own.get('Retry-After')
    if (seconds) headers.set('Retry-After', seconds)
  }
}

/**
 * React 18.3 leaves zero bytes in its buffer where a Chinese character would have crossed the buffer's edge; a browser shows each
 * of them as a replacement mark. No text of ours holds a zero byte, so all of them go.
 */
const withoutZeros = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
