import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLineOf } from '#db/server/processes'
import { StartRefusal } from './refusal'

const STAMP = 'build/.stamp'
const LOCK = 'build/.building'
const SOURCES = ['app', 'db', 'search', 'public']
const FILES = ['package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json']

/**
 * Builds the pages when the build is missing or older than the sources, with Remix's own command; quiet unless it fails.
 * @param log told when a build is needed.
 * @param signal ends a running build.
 */
export async function buildIfOld(log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const wanted = fingerprint()
  if (stampOf() === wanted) return
  mkdirSync('build', { recursive: true })
  await waitForOtherBuild()
  if (stampOf() === wanted) return
  log('正在构建页面 · building the pages')
  writeFileSync(LOCK, String(process.pid))
  try {
    rmSync(STAMP, { force: true })
    await runBuild(signal)
    writeFileSync(STAMP, wanted)
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** SHA-256 over all that the build reads. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  const add = (path: string) => {
    let text: Buffer
    try {
      text = readFileSync(path)
    } catch {
      return
    }
    hash.update(`${path}\0${text.length}\0`).update(text)
  }
  for (const path of FILES) add(path)
  for (const folder of SOURCES) for (const path of filesBelow(folder)) add(path)
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
}

function stampOf(): string | null {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return null
  }
}

async function waitForOtherBuild(): Promise<void> {
  for (;;) {
    let builder: number
    try {
      builder = Number(readFileSync(LOCK, 'utf8'))
    } catch {
      return
    }
    if (builder === process.pid || !commandLineOf(builder)) return
    await pause(200)
  }
}

function runBuild(signal?: AbortSignal): Promise<void> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'vite:build'], {
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(
        new StartRefusal(`${output.trim()}\n\n页面构建失败，原因见上。`, 'The pages could not be built; see above.'),
      )
    })
  })
}
