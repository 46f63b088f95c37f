import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import { commandLineOf, freePort, pause } from './processes'
import { ownLike, privilegePrefix } from './privileges'
import { DatabaseRefusal, damaged, diskFull, explainFileError } from './refusal'

/** Where one cluster lives and how its programs are called. */
export interface Cluster {
  folder: string
  logFile: string
  binaries: Binaries
  prefix: string[]
}

export const VERSION = '18'

/** pg_trgm sees no Chinese letters where lc_ctype is plain C; the names of a UTF-8 locale differ between systems. */
const CHARACTER_TYPES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8']

export function locateCluster(dataDir: string, binaries: Binaries): Cluster {
  const folder = join(dataDir, 'postgres')
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { mode: 0o700 })
      ownLike(dataDir, folder)
    }
    readdirSync(folder)
  } catch (error) {
    throw explainFileError(error, folder)
  }
  const prefix = privilegePrefix(folder, binaries.postgres)
  if (!prefix) {
    throw new DatabaseRefusal(
      'PostgreSQL 不能以 root 运行，而本机不允许切换到普通用户，请用普通用户启动，或设置 DATABASE_URL 和 DATABASE_OWNER_URL。',
      'PostgreSQL does not run as root and this machine does not allow a change of user: start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.',
    )
  }
  return { folder, logFile: join(folder, 'server.log'), binaries, prefix }
}

/** Makes the files of a new cluster. They are made beside the final folder and moved in whole, so that an interrupted start leaves nothing half made. */
export async function createCluster(cluster: Cluster, superuserPassword: string, durable: boolean): Promise<void> {
  const draft = join(cluster.folder, 'new')
  const passwordFile = join(cluster.folder, 'password')
  try {
    rmSync(draft, { recursive: true, force: true })
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
    ownLike(cluster.folder, passwordFile)
  } catch (error) {
    throw explainFileError(error, cluster.folder)
  }
  let last = ''
  try {
    for (const characterType of CHARACTER_TYPES) {
      const { code, output } = await run(cluster, cluster.binaries.initdb, [
        ...['-D', draft, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterType}`],
        ...(durable ? [] : ['--no-sync']),
      ])
      if (code === 0) {
        renameSync(draft, join(cluster.folder, 'data'))
        return
      }
      last = output
      rmSync(draft, { recursive: true, force: true })
      if (!/invalid locale name|locale name .* is invalid/i.test(output)) break
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  if (/No space left on device|Disk quota exceeded/.test(last)) throw diskFull(cluster.folder)
  const detail = lastWords(last)
  throw new DatabaseRefusal(
    `无法建立数据库文件（${detail}）。`,
    `The files of the database could not be created (${detail}).`,
  )
}

/** True when there is a cluster, false when there is none yet. Refuses what is neither. */
export function clusterExists(cluster: Cluster): boolean {
  const data = join(cluster.folder, 'data')
  if (!existsSync(data)) return false
  let version: string
  try {
    version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
    statSync(join(data, 'global/pg_control'))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw damaged(data, 'PG_VERSION, global/pg_control')
    throw explainFileError(error, data)
  }
  if (version !== VERSION) {
    throw new DatabaseRefusal(
      `数据库目录 ${data} 属于 PostgreSQL ${version}，而这里的程序是 ${VERSION} 版，请用原来的版本导出数据，或移走该目录。`,
      `The database folder ${data} belongs to PostgreSQL ${version} and the programs here are version ${VERSION}: export the data with the former version, or move the folder away.`,
    )
  }
  return true
}

/**
 * The port of the server of this cluster: of the one that still runs (its starter was killed), else of a new one.
 * @param settings server settings by name, for this start only.
 */
export async function startServer(cluster: Cluster, settings: Record<string, string>): Promise<number> {
  const data = join(cluster.folder, 'data')
  for (let attempt = 1; ; attempt++) {
    const running = await runningServer(data)
    if (running !== null) return running
    rmSync(join(data, 'postmaster.pid'), { force: true })
    turnLogOver(cluster)
    const port = await freePort()
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      // Statements and failing rows can hold what is under seal; the log must not.
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      ...settings,
    }
    const words = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
    const options = [`-p ${port}`, ...words].join(' ')
    const { code, output } = await run(cluster, cluster.binaries.pg_ctl, [
      ...['start', '-D', data, '-w', '-t', '60', '-s', '-l', cluster.logFile, '-o', options],
    ])
    if (code === 0) return port
    const said = `${output}\n${tail(cluster.logFile)}`
    if (/No space left on device|Disk quota exceeded/.test(said)) throw diskFull(cluster.folder)
    // A killed postmaster leaves its children and their shared memory for a moment; a port may be taken by somebody quicker.
    if (attempt < 20 && /shared memory block|lock file|Address already in use/.test(said)) {
      await pause(300)
      continue
    }
    throw damaged(data, lastWords(said))
  }
}

export async function stopServer(cluster: Cluster): Promise<void> {
  await run(cluster, cluster.binaries.pg_ctl, [
    'stop',
    '-D',
    join(cluster.folder, 'data'),
    '-m',
    'fast',
    '-w',
    '-t',
    '30',
    '-s',
  ])
}

/** Lines of postmaster.pid: 1 process id, 2 data folder, 4 port, 8 state. */
async function runningServer(data: string): Promise<number | null> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    let lines: string[]
    try {
      lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    } catch {
      return null
    }
    const command = commandLineOf(Number(lines[0]))
    if (!command || !/postgres/.test(command) || !command.includes(data)) return null
    if (lines[7]?.trim() === 'ready') return Number(lines[3])
    await pause(200)
  }
  return null
}

function run(cluster: Cluster, program: string, args: string[]): Promise<{ code: number; output: string }> {
  const [command, ...rest] = [...cluster.prefix, program, ...args]
  return new Promise((resolve) => {
    const child = spawn(command!, rest, {
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', LANG: 'C', PGDATA: undefined, PGPORT: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: -1, output: String(error) }))
    // 'exit', not 'close': the server inherits the pipes and holds them open.
    child.on('exit', (code) => setImmediate(() => resolve({ code: code ?? -1, output })))
  })
}

/** The server appends to its log; a large one is set aside at a start. Bytes. */
function turnLogOver(cluster: Cluster): void {
  const size = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(cluster.logFile, `${cluster.logFile}.1`)
  writeFileSync(cluster.logFile, '', { flag: 'a', mode: 0o600 })
  ownLike(cluster.folder, cluster.logFile)
}

function tail(path: string): string {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}

/** The most telling line of a program's output, without its prefix. */
function lastWords(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const telling = lines.filter((line) => /FATAL|PANIC|error:/i.test(line)).at(-1) ?? lines.at(-1) ?? 'no message'
  return telling.replace(/^.*?(FATAL|PANIC|error):\s*/i, '')
}
