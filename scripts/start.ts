import postgres from 'postgres'
import { prepareDataFolder, startPostgres } from '#db/embedded'
import { buildIfOld } from './start/build'
import { SupervisedChild } from './start/child'
import { type Parts, webEnvironment, workerEnvironment } from './start/environment'
import { checkDatabase } from './start/external-database'
import { prepareKeys } from './start/keys'
import { lockDataFolder } from './start/lock'
import { type StartOptions, readOptions } from './start/options'
import { checkPort } from './start/port'
import { StartRefusal, sentenceOf } from './start/refusal'
import { startSearch } from './start/search'
import { discardHalfFilled, fillWithDemoData, needsDemoData } from './start/seeding'

const log = (line: string) => console.log(`· ${line}`)
const stopping = new AbortController()
/** What has been started, in order; stopped in the opposite order. */
const started: (() => void | Promise<void>)[] = []

/** Leaves the start between two steps once somebody asked to stop. */
const step = <T>(value: T): T => {
  stopping.signal.throwIfAborted()
  return value
}

/** @returns what rejects when one of the processes does not stay up. */
async function start(): Promise<{ failed: Promise<never> }> {
  refuseOldNode()
  const options = readOptions(process.env, process.argv.slice(2))
  options.dataDir = prepareDataFolder(options.dataDir)
  const lock = lockDataFolder(options.dataDir)
  started.push(lock.release)
  options.port = step(await checkPort(options.host, options.port, lock.tookOver ? 6_000 : 0))
  const keys = await prepareKeys(options)

  const building = options.dev ? Promise.resolve() : buildIfOld(log, stopping.signal)
  building.catch(() => {})
  const database = step(await prepareDatabase(options))
  const search = await startSearch(options, log)
  started.push(search.stop)
  step(await building)

  const parts: Parts = { options, keys, databaseUrl: database.url, meilisearch: search.meilisearch }
  if (options.demo && needsDemoData(options.dataDir)) {
    log('正在写入演示数据 · writing the demo data')
    await fillWithDemoData(options.dataDir, workerEnvironment(parts), log, stopping.signal)
  }
  step(null)
  log('正在启动网站和后台任务 · starting web and worker')
  const logFolder = options.demo && !options.dev ? `${options.dataDir}/logs` : null
  const web = new SupervisedChild({ name: 'web', script: 'scripts/web.ts', env: webEnvironment(parts), logFolder, log })
  const worker = new SupervisedChild({
    ...{ name: 'worker', script: 'scripts/worker.ts', env: workerEnvironment(parts), logFolder, log },
  })
  started.push(() => Promise.all([web.stop(), worker.stop()]).then(() => {}))
  await Promise.race([Promise.all([web.start(), worker.start()]), aborted()])
  await announce(options, search.engine, database.url)
  return { failed: Promise.race([web.failed, worker.failed]) }
}

async function prepareDatabase(options: StartOptions): Promise<{ url: string }> {
  // Loaded only now, so that a refusal is told at once.
  const migration = import('#db/migrate')
  if (options.database) {
    await checkDatabase(options.database)
    log('正在更新数据库结构 · bringing the database up to date')
    const { migrate } = await migration
    await migrate(options.database.ownerUrl)
    return { url: options.database.url }
  }
  log('正在启动数据库 PostgreSQL · starting PostgreSQL')
  const server = await startPostgres({ dataDir: options.dataDir, log })
  started.push(server.stop)
  await discardHalfFilled(options.dataDir, server.superuserUrl)
  step(null)
  const { migrate } = await migration
  await migrate(server.ownerUrl)
  return { url: server.appUrl }
}

async function announce(options: StartOptions, engine: string, databaseUrl: string): Promise<void> {
  const host = options.host.includes(':') && !options.host.startsWith('[') ? `[${options.host}]` : options.host
  const url = `http://${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${options.port}`
  console.log(`\n揭榜已启动 · Jiebang is running:  ${url}`)
  console.log(`搜索引擎 · search engine:  ${engine}`)
  if (options.demo) {
    const names = await demoPeople(databaseUrl)
    console.log(`演示账号 · demo accounts:  ${url}/login（点一下即可登录 · one click each）${names}`)
  }
  console.log('按 Ctrl-C 停止 · Ctrl-C stops it')
  process.send?.({ type: 'ready', url })
}

async function demoPeople(databaseUrl: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const rows = await sql<
      { name: string }[]
    >`select name from person where demo_key is not null order by created_at limit 40`
    return rows.map(({ name }) => name).join('、')
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new StartRefusal(
    `Node.js ${process.versions.node} 版本过低，需要 20.19 以上。`,
    `Node.js ${process.versions.node} is too old: version 20.19 or newer is needed.`,
  )
}

const aborted = () =>
  new Promise<never>((_, reject) => {
    if (stopping.signal.aborted) reject(stopping.signal.reason as Error)
    stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason as Error), { once: true })
  })

async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).reverse()) {
    try {
      await stop()
    } catch (error) {
      console.error(sentenceOf(error))
    }
  }
}

const askToStop = () => {
  if (stopping.signal.aborted) return
  console.log('\n正在停止 · stopping')
  stopping.abort(new Error('asked to stop'))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askToStop)
// Started by another process that is gone by now, killed perhaps.
process.on('disconnect', askToStop)

let code = 0
try {
  const { failed } = await start()
  await Promise.race([failed, aborted()])
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(sentenceOf(error))
    code = 1
  }
}
await stopAll()
process.exit(code)
