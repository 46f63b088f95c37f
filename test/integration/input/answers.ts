import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { TestKernel } from '#test/integration/kernel'
import type { Answered, TestWeb } from '#test/access/web'

/** What a refused call must say. */
export interface Refusal {
  status: number
  /** `title` of the problem. */
  title?: string
  /** Its reason key. */
  reason?: string
  /** The field that it names, with the start of the message's key. */
  at?: [path: string, code?: string]
}

interface Problem {
  title: string
  status: number
  detail: string
  reason?: string
  errors?: { path: string; detail: string; code: string }[]
  request_id: string
}

const isKey = (text: string) => /^[a-z_]+(\.[a-z_]+)+(\?.*)?$/.test(text)
const han = /\p{Script=Han}/u

/** A problem in the reader's own words: Chinese by default, English where that is asked for, never a key. */
export async function expectRefusal(
  call: (headers: Record<string, string>) => Promise<Answered>,
  wanted: Refusal,
): Promise<void> {
  const [chinese, english] = [await call({ 'accept-language': 'zh-CN' }), await call({ 'accept-language': 'en-GB,en' })]
  for (const answer of [chinese, english]) {
    expect({ status: answer.status, body: answer.body.slice(0, 600) }).toMatchObject({ status: wanted.status })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem = JSON.parse(answer.body) as Problem
    expect(problem.status).toBe(wanted.status)
    if (wanted.title) expect(problem.title).toBe(wanted.title)
    if (wanted.reason) expect(problem.reason).toBe(wanted.reason)
    if (wanted.at) {
      const [path, code = ''] = wanted.at
      const found = problem.errors?.find((each) => each.path === path && each.code.startsWith(code))
      expect(found, `${path} in ${JSON.stringify(problem.errors).slice(0, 600)}`).toBeDefined()
    }
    for (const text of [problem.detail, ...(problem.errors ?? []).map((each) => each.detail)]) {
      expect(text).not.toBe('')
      expect(isKey(text), text).toBe(false)
    }
  }
  const [zh, en] = [JSON.parse(chinese.body) as Problem, JSON.parse(english.body) as Problem]
  expect(zh.detail).toMatch(han)
  expect(en.detail).not.toBe(zh.detail)
  expect(en.detail).not.toMatch(han)
}

/** Rows of every table but those that count attempts and sessions. */
export async function rowCounts(kernel: TestKernel): Promise<Record<string, string>> {
  const tables = await kernel.db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('rate_count', 'session')`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::text as rows from "${name}"`)
  const rows = await kernel.db.execute<{ name: string; rows: string }>(sql.raw(counts.join(' union all ')))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/** Runs something that must leave nothing behind: no row of any table, no error in the log, an untouched Object. */
export async function leavingNothing(
  kernel: TestKernel,
  web: TestWeb | null,
  work: () => Promise<void>,
): Promise<void> {
  const before = await rowCounts(kernel)
  await work()
  expect(await rowCounts(kernel)).toEqual(before)
  expect(web?.errors ?? []).toEqual([])
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('polluted' in {}).toBe(false)
}
