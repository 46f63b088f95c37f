import { fail, readEnvironment } from '~/http/environment'
import { startWeb } from '~/http/server'

const environment = readEnvironment()
const started = await startWeb(environment).catch((error: NodeJS.ErrnoException) => {
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
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
