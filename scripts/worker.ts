import { connect } from '#db/client'
import { MeilisearchEngine } from '#search/meilisearch'
import { makeKeys } from '~/domain/command/keys.server'
import { makeCommandRunner } from '~/domain/command/run.server'
import { clockCommands, reactions } from '~/domain/reactions'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { fail, readEnvironment } from '~/http/environment'
import { searchOfWorker } from '~/jobs/search-of-worker'
import { startWorker } from '~/jobs/worker'
import { makeMailer } from '~/services/mail/mailer.server'
import { makeLog } from '~/services/logging/log.server'

const environment = readEnvironment()
const sealKeyFile = process.env.SEAL_KEY_FILE
if (!sealKeyFile)
  fail('请设置环境变量 SEAL_KEY_FILE：开启密封方案的密钥文件。Set SEAL_KEY_FILE: the key file that opens sealed bids.')
const { SMTP_URL: smtpUrl, MAIL_FROM: from } = process.env
const site = environment.PUBLIC_URL ?? `http://${environment.HOST}:${environment.PORT}`
const connection = connect(environment.DATABASE_URL, { max: 6, name: 'jiebang worker' })
const { db } = connection
const keys = makeKeys(environment.APP_SECRET, environment.SEAL_RECIPIENT, environment.DEMO_MODE === '1')
const store = databaseDocumentStore(db)
const engine = environment.MEILI_URL
  ? new MeilisearchEngine({ url: environment.MEILI_URL, key: environment.MEILI_KEY ?? '', prefix: 'jiebang', store })
  : null
const search = searchOfWorker(db, engine)

const worker = await startWorker(
  {
    db,
    engine,
    search,
    sealKeyFile,
    mailer: smtpUrl && from ? makeMailer({ smtpUrl, from, site }) : null,
    log: makeLog('worker'),
    commands: makeCommandRunner({ db, keys, reactions, clockCommands }),
  },
  environment.DATABASE_URL,
)
process.send?.({ type: 'ready' })

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await worker.stop()
  await search.close()
  await engine?.close()
  await connection.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
