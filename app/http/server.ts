import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'
import { bodyLimit, guard } from './guard'
import { bridge } from './bridge'
import type { Environment } from './environment'
import type { OpenServices, openServices } from './services.server'

/** A build whose server entry also opens what its requests work with. */
type Build = ServerBuild & { entry: { module: { openServices: typeof openServices } } }

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The web process: static files, the guard, Remix. Resolves when it listens. Tests give the services that they look into. */
export async function startWeb(
  environment: Environment,
  given: OpenServices | null = null,
): Promise<{ server: Server; stop: () => Promise<void> }> {
  const { HOST: host, PORT: port } = environment
  const development = environment.DEV === '1'
  const trustedProxies = environment.TRUSTED_PROXIES.split(',').filter(Boolean)
  const own = environment.PUBLIC_URL ? new URL(environment.PUBLIC_URL) : null
  const hosts = own ? [own.host] : ['127.0.0.1', 'localhost', '[::1]', host].map((name) => `${name}:${port}`)
  const origins = own ? [own.origin] : hosts.map((name) => `http://${name}`)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(
    guard({
      hosts: new Set(hosts),
      origins: new Set(origins),
      https: own?.protocol === 'https:',
      trustsProxy: (address) => trustedProxies.includes(address),
      development,
    }),
  )
  app.use(compression())

  let build: () => Promise<Build>
  if (development) {
    const vite = await import('vite')
    const dev = await vite.createServer({ server: { middlewareMode: true } })
    app.use(dev.middlewares)
    build = () => dev.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<Build>
  } else {
    const client = at('../../build/client')
    app.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y' }), (_request, response) => {
      response.status(404).type('text/plain').send('not found\n')
    })
    app.use(express.static(client, { maxAge: '1h', index: false }))
    const built = (await import(at('../../build/server/index.js'))) as Build
    build = async () => built
  }

  app.use(express.raw({ type: () => true, limit: bodyLimit }))
  const first = await build()
  let current = {
    build: first,
    handle: handlerOf(first, development),
    open: given ?? (await first.entry.module.openServices(environment)),
  }
  app.use(
    bridge(
      async (request, context) => {
        const newest = await build()
        if (newest !== current.build) {
          // Only in development, where a saved file makes a new build.
          await current.open.close()
          current = {
            build: newest,
            handle: handlerOf(newest, development),
            open: given ?? (await newest.entry.module.openServices(environment)),
          }
        }
        return current.handle(request, { ...context, services: current.open.services })
      },
      (request) => ({ services: current.open.services, facts: request.facts }),
      own?.origin ?? `http://127.0.0.1:${port}`,
    ),
  )
  app.use((error: { status?: number; type?: string }, request: Request, response: Response, _next: NextFunction) => {
    const tooLarge = error.type === 'entity.too.large'
    if (!tooLarge && (error.status ?? 500) >= 500)
      current.open.services.log.error({ err: error, requestId: request.facts?.requestId }, 'request failed')
    if (response.headersSent) return response.end()
    const words = tooLarge
      ? '提交的内容超过 2 MB，请缩短后再提交。\nThe request is larger than 2 MB.\n'
      : `请求无法处理。编号 ${request.facts?.requestId ?? ''}\nThe request could not be handled.\n`
    response
      .status(tooLarge ? 413 : (error.status ?? 500))
      .type('text/plain; charset=utf-8')
      .send(words)
  })

  const server = createServer(app)
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    server,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3_000).unref()
      })
      await current.open.close()
    },
  }
}

const handlerOf = (build: ServerBuild, development: boolean) =>
  createRequestHandler(build, development ? 'development' : 'production')
