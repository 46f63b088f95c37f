import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { privilegePrefix } from '#db/server/privileges'
import { type LocalMeilisearch, refuseUnknownFile, startLocalMeilisearch } from '#search/local-server'

const here = process.platform === 'linux' && process.arch === 'x64'

describe.runIf(here)('Meilisearch from the npm package', () => {
  let dataDir: string
  let server: LocalMeilisearch
  const start = async () => {
    const started = await startLocalMeilisearch({ dataDir, log: () => {}, launcher: privilegePrefix })
    if (!started) throw new Error('the optional package is not installed')
    return started
  }
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiebang-'))
    server = await start()
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const processId = () =>
    (JSON.parse(readFileSync(join(dataDir, 'meilisearch/server.json'), 'utf8')) as { pid: number }).pid

  test('it answers on the loopback address, to its key alone', async () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    expect((await fetch(`${server.url}/stats`)).status).toBe(401)
    const headers = { authorization: `Bearer ${server.key}` }
    expect((await fetch(`${server.url}/stats`, { headers })).status).toBe(200)
    expect(statSync(join(dataDir, 'meilisearch/master-key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(`/proc/${processId()}/cmdline`, 'utf8')).not.toContain(server.key)
  })

  test('one whose starter was killed is taken over; one that was killed is started again', async () => {
    const first = processId()
    expect((await start()).url).toBe(server.url)
    process.kill(first, 'SIGKILL')
    server = await start()
    expect(processId()).not.toBe(first)
  })

  test('one that its starter could not note any more is stopped before another opens the same files', async () => {
    const stray = processId()
    rmSync(join(dataDir, 'meilisearch/server.json'))
    server = await start()
    expect(processId()).not.toBe(stray)
    expect(() => readFileSync(`/proc/${stray}/exe`)).toThrow()
  })

  test('a changed file is not run', async () => {
    const path = join(dataDir, 'changed')
    writeFileSync(path, 'not the server')
    await expect(refuseUnknownFile(path)).rejects.toMatchObject({ reason: 'changed' })
  })
})
