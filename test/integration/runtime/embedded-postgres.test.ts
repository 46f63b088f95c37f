import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseRefusal, type EmbeddedPostgres, recreateDatabase, startPostgres } from '#db/embedded'

const settings = { fsync: 'off' }
const start = () => startPostgres({ dataDir, log: () => {}, settings })
const data = () => join(dataDir, 'postgres/data')

let dataDir: string
let server: EmbeddedPostgres
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jiebang-'))
  server = await start()
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function ask(url: string, query: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(query))]
  } finally {
    await sql.end()
  }
}

test('it listens on the loopback address alone, and its passwords are for its owner to read', async () => {
  const [row] = await ask(
    server.superuserUrl,
    "select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets",
  )
  expect(row).toEqual({ listens: '127.0.0.1', sockets: '' })
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  const wrong = new URL(server.superuserUrl)
  wrong.password = 'guess'
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a server whose starter was killed is taken over, with what it holds', async () => {
  await ask(server.ownerUrl, 'create table kept (id int)')
  const again = await start()
  expect(again.appUrl).toBe(server.appUrl)
  expect(await ask(again.ownerUrl, "select to_regclass('kept') is not null as found")).toEqual([{ found: true }])
})

test('a leftover postmaster.pid that names an unrelated process does not stop a start', async () => {
  await server.stop()
  const lines = [process.pid, data(), 0, 1, '', '127.0.0.1', '', 'ready']
  writeFileSync(join(data(), 'postmaster.pid'), lines.join('\n'))
  server = await start()
  expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a killed server comes up again', async () => {
  const pid = Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  server = await start()
  expect(await ask(server.ownerUrl, "select to_regclass('kept') is not null as found")).toEqual([{ found: true }])
})

test('a half filled database is thrown away for an empty one that still finds Chinese text', async () => {
  await recreateDatabase(server.superuserUrl)
  expect(await ask(server.ownerUrl, "select to_regclass('kept') is not null as found")).toEqual([{ found: false }])
  expect(await ask(server.appUrl, "select cardinality(show_trgm('中文检索')) as trigrams")).toEqual([{ trigrams: 5 }])
})

test('a damaged folder, a foreign version and lost passwords are each told in one sentence', async () => {
  await server.stop()
  const control = readFileSync(join(data(), 'global/pg_control'))
  rmSync(join(data(), 'global/pg_control'))
  await expect(start()).rejects.toThrow(/已损坏[\s\S]+damaged/)
  writeFileSync(join(data(), 'global/pg_control'), Buffer.alloc(control.length, 7))
  await expect(start()).rejects.toBeInstanceOf(DatabaseRefusal)
  writeFileSync(join(data(), 'global/pg_control'), control)

  writeFileSync(join(data(), 'PG_VERSION'), '12\n')
  await expect(start()).rejects.toThrow(/PostgreSQL 12/)
  writeFileSync(join(data(), 'PG_VERSION'), '18\n')

  const secrets = readFileSync(join(dataDir, 'secrets.json'))
  rmSync(join(dataDir, 'secrets.json'))
  await expect(start()).rejects.toThrow(/secrets\.json/)
  writeFileSync(join(dataDir, 'secrets.json'), secrets)
  server = await start()
})
