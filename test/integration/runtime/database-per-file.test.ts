import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/setup/database'

let mine: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  mine = await testDatabase()
  other = await testDatabase()
})
afterAll(async () => {
  await mine.drop()
  await other.drop()
})

async function ask(url: string, query: string): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres(url, { max: 1 })
  try {
    return await sql.unsafe(query)
  } finally {
    await sql.end()
  }
}

test('each file gets a migrated database of its own', async () => {
  await ask(mine.ownerUrl, 'create table only_here (id int)')
  expect(await ask(mine.ownerUrl, "select to_regclass('only_here') is not null as found")).toEqual([{ found: true }])
  expect(await ask(other.ownerUrl, "select to_regclass('only_here') is not null as found")).toEqual([{ found: false }])
  expect(await ask(mine.appUrl, "select to_regclass('event') is not null as found")).toEqual([{ found: true }])
})

test('the role of the two processes is no superuser and cannot change or delete an event', async () => {
  expect(
    await ask(mine.appUrl, 'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user'),
  ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false }])
  await expect(ask(mine.appUrl, 'delete from event')).rejects.toMatchObject({ code: '42501' })
  await expect(ask(mine.appUrl, 'drop table event')).rejects.toMatchObject({ code: '42501' })
})

test('Chinese text can be searched by trigrams, and overlaps excluded', async () => {
  const [row] = await ask(mine.appUrl, "select cardinality(show_trgm('中文检索')) as trigrams")
  expect(row?.trigrams).toBe(5)
  expect(await ask(mine.appUrl, "select 1 as found from pg_extension where extname = 'btree_gist'")).toHaveLength(1)
})
