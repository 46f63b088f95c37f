import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

let dataDir: string
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'jiebang-')), 'data')
})
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }))

/** Runs `npm start` with nothing in the environment but `variables`, until it ends. */
function start(variables: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: '0', ...variables }
  const child = spawn(process.execPath, ['--import', typescript, 'scripts/start.ts'], {
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })))
}

test('a port in use ends the start with one sentence in each language, before the long work', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  const { code, said } = await start({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(said.split('\n')).toEqual([
    expect.stringContaining(`端口 ${port} 已被占用`),
    expect.stringContaining('in use'),
  ])
  expect(readdirSync(dataDir)).toEqual([])
})

test('with a database of your own, every missing secret is named and nothing is made up', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/jiebang' })
  expect(code).toBe(1)
  for (const name of ['DATABASE_OWNER_URL', 'APP_SECRET', 'SEAL_KEY_FILE']) expect(said).toContain(name)
  expect(said).not.toContain('secret@')
  expect(existsSync(dataDir)).toBe(false)
})

test('two starts do not share a data folder; the lock of one that is gone is taken over', async () => {
  mkdirSync(dataDir)
  // A process with the supervisor's name that does nothing else.
  const script = join(dataDir, '../start.ts')
  writeFileSync(script, 'setInterval(() => {}, 1000)')
  const holder = spawn(process.execPath, ['--import', typescript, script], { stdio: 'ignore' })
  writeFileSync(join(dataDir, 'start.lock'), `${holder.pid}\n`)
  const refused = await start({})
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`${holder.pid}`) as string })

  const gone = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await gone
  // Stopped by the next check instead: a key file that is none.
  const next = await start({ SEAL_KEY_FILE: script })
  expect(next.said).toContain('SEAL_KEY_FILE')
  expect(existsSync(join(dataDir, 'start.lock'))).toBe(false)
})
