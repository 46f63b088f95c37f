import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { membership, organization, person } from '#db/schema'
import { personActor } from '~/domain/identity/actor.server'
import { type ImportKind, importKinds } from '~/domain/import/columns'
import { readCsv } from '~/domain/import/read-csv'
import { readJsonl } from '~/domain/import/read-jsonl'
import { type Outcome, importRows } from '~/domain/import/run.server'
import type { PersonActor } from '~/domain/kernel/actor'
import { errorFile } from './import/error-file'
import { sentence } from './import/sentence'
import { type Product, openProduct } from './product'

const usage = `npm run import -- KIND FILE [--organization CODE] [--publish] [--dry-run]
  KIND  ${importKinds.join(', ')}
  FILE  .jsonl, .csv（UTF-8 或 GB18030）`

/** One sentence and exit code 2; thrown, so that a database that was started for this is stopped again. */
class Refusal extends Error {}

function refuse(sentence: string): never {
  throw new Refusal(sentence)
}

type Arguments = ReturnType<typeof readArguments>

function readArguments() {
  let parsed
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { organization: { type: 'string' }, publish: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    })
  } catch (error) {
    return refuse((error as Error).message)
  }
  const [kind, file, ...more] = parsed.positionals
  if (!kind || !file || more.length > 0) return refuse('请写明类别和文件。Name a kind and a file.')
  if (!importKinds.includes(kind as ImportKind)) return refuse(`没有“${kind}”这个类别。There is no kind ${kind}.`)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return refuse(`找不到文件 ${file}。There is no file ${file}.`)
  if (!found.isFile()) return refuse(`${file} 不是文件。${file} is not a file.`)
  if (!/\.(jsonl|ndjson|csv)$/i.test(file)) return refuse(`不认识 ${file} 的格式。The format of ${file} is not known.`)
  return { kind: kind as ImportKind, file, ...parsed.values }
}

/** Who owns the rows: the named organisation, or in demo mode one of the fitting kind; the person is its first owner. */
async function ownerOf({ db, demo }: Product, kind: ImportKind, code: string | undefined): Promise<PersonActor> {
  const wanted = code
    ? eq(organization.code, code)
    : and(eq(organization.state, 'verified'), eq(organization.kind, kind === 'challenges' ? 'enterprise' : 'platform'))
  if (!code && !demo)
    return refuse('请用 --organization 写明所属单位的统一社会信用代码。Name the owner with --organization CODE.')
  const [found] = await db
    .select({ organizationId: organization.id, personId: membership.personId })
    .from(organization)
    .innerJoin(
      membership,
      and(eq(membership.organizationId, organization.id), inArray(membership.role, ['owner', 'editor'])),
    )
    .where(wanted)
    .orderBy(asc(organization.createdAt), asc(membership.createdAt))
    .limit(1)
  const actor = found && (await personActor(db, found.personId, found.organizationId))
  return actor ?? refuse('找不到这个单位，或它没有成员。There is no such organisation, or nobody belongs to it.')
}

async function reviewerOf({ db }: Product): Promise<PersonActor> {
  const [found] = await db.select({ id: person.id }).from(person).where(eq(person.demoKey, 'reviewer'))
  const actor = found && (await personActor(db, found.id, null))
  return (
    actor ?? refuse('演示数据里没有审核员，请先运行 npm start。The demo data have no reviewer: run npm start first.')
  )
}

const locale = process.env.LANG?.startsWith('en') ? 'en' : 'zh-CN'

async function run(
  product: Product,
  { kind, file, organization: code, publish, 'dry-run': dryRun = false }: Arguments,
) {
  if (publish && !product.demo) refuse('--publish 只在演示模式可用。--publish works in the embedded default only.')
  const owner = await ownerOf(product, kind, code)
  const options = { ...product, kind, owner, publishAs: publish ? await reviewerOf(product) : null, dryRun }
  const errors = errorFile(file)
  const counts: Record<Outcome, number> = { written: 0, updated: 0, unchanged: 0, refused: 0 }
  const total = () => Object.values(counts).reduce((sum, count) => sum + count)
  const warnings = new Map<string, number>()
  const started = Date.now()
  let shown = 0
  for await (const result of importRows(/\.csv$/i.test(file) ? readCsv(file) : readJsonl(file), options)) {
    counts[result.outcome] += 1
    if (result.outcome === 'refused') {
      errors.add(result)
      if (counts.refused <= 5)
        for (const { column, message } of result.problems)
          console.log(
            `第 ${result.line} 行 · line ${result.line}  ${column ? `${column}: ` : ''}${sentence(message, locale)}`,
          )
    }
    for (const warning of result.warnings) warnings.set(warning, (warnings.get(warning) ?? 0) + 1)
    if (Date.now() - shown > 1_000) {
      shown = Date.now()
      console.log(`… ${total()}`)
    }
  }
  await errors.close().catch((error: Error) => refuse(`${errors.path}: ${error.message}`))
  for (const [warning, count] of [...warnings].slice(0, 20))
    console.log(`提醒 · warning  ${sentence(warning, locale)}（×${count}）`)
  if (warnings.size > 20) console.log(`提醒 · warning  … ${warnings.size - 20}`)
  console.log(
    `${dryRun ? '试运行，未写入 · dry run, nothing written\n' : ''}写入 · written ${counts.written}，更新 · updated ${counts.updated}，未变 · unchanged ${counts.unchanged}，拒绝 · refused ${counts.refused}，${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  if (counts.refused > 0) console.log(`未写入的行见 · refused rows are in ${errors.path}`)
  if (!product.running && !dryRun && counts.written + counts.updated > 0)
    console.log('下次 npm start 后进入搜索 · searchable after the next npm start')
  process.exitCode = counts.refused > 0 ? 1 : 0
}

try {
  const given = readArguments()
  const product = await openProduct()
  try {
    await run(product, given)
  } finally {
    await product.close()
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
