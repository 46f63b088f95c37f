import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SupervisedChild } from '../../../scripts/start/child'
import { commandLineOf } from '#db/server/processes'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiebang-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function script(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const supervise = (path: string, log: (line: string) => void = () => {}) =>
  new SupervisedChild({ name: 'part', script: path, env: process.env, logFolder: folder, log })

const serving = `
import { appendFileSync } from 'node:fs'
appendFileSync(import.meta.dirname + '/pids', process.pid + '\\n')
setInterval(() => {}, 1000)
process.send?.({ type: 'ready' })`
const pids = () => readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number)

test('a process that is killed comes back, and stays down once it is stopped', async () => {
  const part = supervise(script('serving.mts', serving))
  await part.start()
  process.kill(pids()[0]!, 'SIGKILL')
  await vi.waitFor(() => expect(pids()).toHaveLength(2), { timeout: 15_000, interval: 50 })
  const second = pids()[1]!
  expect(commandLineOf(second)).not.toBeNull()
  await part.stop()
  expect(commandLineOf(second)).toBeNull()
})

test('one that only crashes is given up, with the sentence that it said', async () => {
  const pauses: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const part = supervise(script('crashing.mts', `console.error('no room at the inn'); process.exit(3)`), (line) =>
    pauses.push(line),
  )
  await expect(part.start()).rejects.toThrow(/no room at the inn/)
  write.mockRestore()
  expect(pauses).toHaveLength(3)
}, 60_000)

test('when the supervisor is killed its children go too', async () => {
  rmSync(join(folder, 'pids'), { force: true })
  const child = pathToFileURL(join(process.cwd(), 'scripts/start/child.ts')).href
  const supervisor = script(
    'supervisor.mts',
    `const { SupervisedChild } = await import('${child}')
     const part = new SupervisedChild({ name: 'part', script: '${join(folder, 'serving.mts')}', env: process.env, logFolder: null, log() {} })
     await part.start()
     process.kill(process.pid, 'SIGKILL')`,
  )
  const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const run = spawn(process.execPath, ['--import', typescript, supervisor], { stdio: 'ignore' })
  await new Promise((resolve) => run.once('exit', resolve))
  expect(existsSync(join(folder, 'pids'))).toBe(true)
  await vi.waitFor(() => expect(commandLineOf(pids()[0]!)).toBeNull(), { timeout: 10_000, interval: 50 })
})
