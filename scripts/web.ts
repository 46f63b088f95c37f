import { connect } from '#db/client'
import { EmbeddedEngine } from '#search/embedded'
import { MeilisearchEngine } from '#search/meilisearch'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { fail, readEnvironment } from '~/http/environment'
import { startWeb } from '~/http/server'
import { makeServices } from '~/http/services.server'

const environment = readEnvironment()
const connection = connect(environment.DATABASE_URL, { max: 20, name: 'jiebang web' })
const store = databaseDocumentStore(connection.db)
const engine = environment.MEILI_URL
  ? new MeilisearchEngine({ url: environment.MEILI_URL, key: environment.MEILI_KEY ?? '', prefix: 'jiebang', store })
  : new EmbeddedEngine({ store })
const services = makeServices(environment, connection, { engine, store })

const started = await startWeb({
  services,
  host: environment.HOST,
  port: environment.PORT,
  trustedProxies: environment.TRUSTED_PROXIES.split(',').filter(Boolean),
  development: environment.DEV === '1',
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(
      `端口 ${environment.PORT} 已被占用，请用 PORT 换一个端口。Port ${environment.PORT} is in use; set PORT to another one.`,
    )
  }
  throw error
})
process.send?.({ type: 'ready' })

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await started.stop()
  await engine.close()
  await connection.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
