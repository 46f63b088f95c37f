import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sql } from 'drizzle-orm'
import type { TestKernel } from '#test/integration/kernel'
import type { ImportKind } from '~/domain/import/columns'
import { readCsv } from '~/domain/import/read-csv'
import { readJsonl } from '~/domain/import/read-jsonl'
import { type RowResult, importRows } from '~/domain/import/run.server'
import { sentence } from '../../../scripts/import/sentence'

/** A folder that goes with the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiebang-import-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const folder = temporaryFolder()

/** What `npm run import` does with a file of this content, owned by the poser (challenges) or the solver. */
export async function importFile(
  kernel: TestKernel,
  kind: ImportKind,
  content: string | Buffer,
  options: { csv?: boolean; publish?: boolean; dryRun?: boolean } = {},
): Promise<RowResult[]> {
  const path = join(folder, options.csv ? 'rows.csv' : 'rows.jsonl')
  writeFileSync(path, content)
  const results: RowResult[] = []
  const rows = options.csv ? readCsv(path) : readJsonl(path)
  for await (const result of importRows(rows, {
    db: kernel.db,
    commands: kernel.commands,
    kind,
    owner: await kernel.as(kind === 'challenges' ? 'poser' : 'solver'),
    publishAs: options.publish ? await kernel.as('reviewer') : null,
    dryRun: options.dryRun ?? false,
  }))
    results.push(result)
  return results
}

export const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')

export const outcomes = (results: readonly RowResult[]) => results.map((result) => result.outcome)

/** Line, column and sentence of every problem, in Chinese. */
export const reasons = (results: readonly RowResult[]) =>
  results.flatMap(({ line, problems }) =>
    problems.map(({ column, message }) => [line, column, sentence(message, 'zh-CN')] as const),
  )

/** Both sentences of a message, which must hold no key and no parameter that nobody filled. */
export function sentences(message: string): string[] {
  return [sentence(message, 'zh-CN'), sentence(message, 'en')]
}

export const warningsOf = (results: readonly RowResult[]) =>
  results.flatMap(({ warnings }) => warnings.map((each) => sentence(each, 'zh-CN')))

/** How many rows and events there are: what an import that writes nothing leaves alone. */
export async function counts(kernel: TestKernel): Promise<Record<string, number>> {
  const [row] = await kernel.db.execute<Record<string, number>>(sql`select
    (select count(*)::int from achievement) achievements, (select count(*)::int from achievement_metric) metrics,
    (select count(*)::int from capability) capabilities, (select count(*)::int from challenge) challenges,
    (select count(*)::int from challenge_target) targets, (select count(*)::int from event) events,
    (select coalesce(sum(last), 0)::int from number_sequence) numbers`)
  return { ...row }
}

/** A valid achievement; a test names only what it is about. */
export const achievementRow = (id: string | null, about: Record<string, unknown> = {}) => ({
  ...(id === null ? {} : { id }),
  title: '氮化硅陶瓷轴承',
  abstract: '用于高速电主轴的氮化硅陶瓷轴承，已完成小批试制。',
  field: '先进制造',
  keywords: ['陶瓷轴承'],
  metrics: [{ name: '转速', value: 130000, unit: 'r/min' }],
  trl: 6,
  ...about,
})

export const challengeRow = (id: string, about: Record<string, unknown> = {}) => ({
  id,
  title: '高速电主轴轴承寿命不足',
  requirement: '现有轴承在每分钟十万转以上运行不到五百小时，求替代方案。',
  targets: [{ name: '转速', comparator: '≥', value: 120000, unit: 'r/min' }],
  ...about,
})
