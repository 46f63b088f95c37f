import type { Database } from '#db/client'
import type { CommandRunner, FireInside } from '../command/run.server'
import type { PersonActor } from '../kernel/actor'
import { DomainError } from '../kernel/errors'
import { issueMessage } from '../kernel/issues'
import { canonicalJson } from '../kernel/json'
import type { ImportKind } from './columns'
import { type KindOfRow, kindsOfRows } from './kinds.server'
import { type MappedRow, mapRow } from './mapping'
import type { RowProblem, SourceRow } from './source'
import { findStored, importRequest, keepWhatIsFilled, saysTheSame } from './stored.server'

export interface ImportOptions {
  db: Database
  commands: CommandRunner
  kind: ImportKind
  /** Acts for the organisation that owns the rows. */
  owner: PersonActor
  /** Publishes challenges; null leaves drafts. Listings are listed by their owner. */
  publishAs: PersonActor | null
  dryRun: boolean
}

export type Outcome = 'written' | 'updated' | 'unchanged' | 'refused'

export interface RowResult {
  line: number
  externalId: string | null
  outcome: Outcome
  problems: RowProblem[]
  warnings: string[]
}

/** What the ids of the file already said, by line. */
type Seen = Map<string, { line: number; said: string }>
type Said = Record<string, unknown>

/** Rows one after the other, each written whole or not at all; a refused one does not stop the others. */
export async function* importRows(rows: AsyncIterable<SourceRow>, options: ImportOptions): AsyncGenerator<RowResult> {
  const seen: Seen = new Map()
  for await (const row of rows) yield await importRow(row, options, seen)
}

async function importRow(row: SourceRow, options: ImportOptions, seen: Seen): Promise<RowResult> {
  const result: RowResult = { line: row.line, externalId: null, outcome: 'refused', problems: [], warnings: [] }
  if (row.problem) return { ...result, problems: [row.problem] }
  const kind = kindsOfRows[options.kind]
  const mapped = mapRow(options.kind, row.values)
  const { said, externalId, problems } = read(mapped, kind)
  const known = { ...result, externalId, warnings: mapped.warnings }
  if (said === null || externalId === null || problems.length > 0) return { ...known, problems }

  const text = canonicalJson(said)
  const earlier = seen.get(externalId)
  if (earlier?.said === text) return { ...known, outcome: 'unchanged' }
  if (earlier) {
    const message = issueMessage('errors.import.id_twice', { line: earlier.line })
    return { ...known, problems: [{ column: columnOf(mapped, 'external_id'), message }] }
  }
  try {
    const outcome = await options.commands.together(async (fire) => {
      const done = await write(fire, kind, { input: mapped.input, said, externalId }, options)
      if (options.dryRun) throw new DryRun(done)
      return done
    }, importRequest)
    seen.set(externalId, { line: row.line, said: text })
    return { ...known, outcome }
  } catch (error) {
    if (error instanceof DryRun) {
      seen.set(externalId, { line: row.line, said: text })
      return { ...known, outcome: error.outcome }
    }
    return { ...known, problems: problemsOf(error, mapped) }
  }
}

/** Ends a row's transaction after everything was tried, so that nothing of it stays. */
class DryRun extends Error {
  constructor(readonly outcome: Outcome) {
    super('dry run')
  }
}

const columnOf = ({ columns }: MappedRow, field: string): string =>
  columns.get(field) ?? (field === 'external_id' ? 'id' : field)

/** The row as the create command reads it, or all that is wrong with it. */
function read(mapped: MappedRow, { create }: KindOfRow) {
  const parsed = create.input.safeParse(mapped.input)
  const unread = new Set(mapped.problems.map((problem) => problem.column))
  const problems = [...mapped.problems]
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const column = issueColumn(mapped, path as (string | number)[])
    if (column === null || !unread.has(column)) problems.push({ column, message })
  }
  const given = mapped.input.external_id
  if (given === undefined) problems.push({ column: 'id', message: 'errors.field.required' })
  return {
    said: parsed.success ? (parsed.data as Said) : null,
    externalId: typeof given === 'string' ? given.trim() : null,
    problems,
  }
}

const issueColumn = (mapped: MappedRow, [field, ...rest]: (string | number)[]): string | null =>
  field === undefined ? null : [columnOf(mapped, String(field)), ...rest].join('.')

/** Where a refusal of publication is mended. */
const columnOfRefusal = new Map([
  ['challenge.refusal.no_targets', 'targets'],
  ['challenge.refusal.weights', 'criteria'],
  ['challenge.refusal.no_budget', 'budget_max_fen'],
  ['challenge.refusal.no_deadline', 'bid_deadline'],
  ['challenge.refusal.deadline_past', 'bid_deadline'],
  ['challenge.refusal.delivery_too_early', 'delivery_deadline'],
])

/** Why a row was not written. Data that only the database refuses is a row's problem too; anything else ends the import. */
function problemsOf(error: unknown, mapped: MappedRow): RowProblem[] {
  if (error instanceof DomainError) {
    if (error.issues.length > 0)
      return error.issues.map(({ path, message }) => ({ column: issueColumn(mapped, path), message }))
    const key = error.key === 'errors.state' ? 'errors.import.state' : error.key
    const field = columnOfRefusal.get(error.key)
    return [{ column: field ? columnOf(mapped, field) : null, message: issueMessage(key, error.params) }]
  }
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  if (!/^2[23]/.test(cause?.code ?? code ?? '')) throw error
  return [{ column: null, message: 'errors.import.not_storable' }]
}

async function write(
  fire: FireInside,
  kind: KindOfRow,
  row: { input: Said; said: Said; externalId: string },
  { db, owner, publishAs }: ImportOptions,
): Promise<Outcome> {
  const stored = await findStored(db, kind, owner.organization!.id, row.externalId)
  let id = stored?.id
  let outcome: Outcome = 'unchanged'
  if (!id) {
    const made = (await fire(kind.create as never, row.input as never, owner)) as { id: string }
    id = made.id
    outcome = 'written'
  } else if (!stored?.said || !saysTheSame(stored.said, row.said, kind)) {
    const { external_id: _key, ...input } = row.input
    const filled = kind.filled.length > 0 ? await keepWhatIsFilled(db, id, input) : input
    await fire(kind.update as never, { ...filled, id } as never, owner)
    outcome = 'updated'
  }
  const returned = stored?.state === 'returned' && outcome === 'updated'
  if (publishAs && (!stored || returned || kind.unpublished.includes(stored.state))) {
    for (const { command, by } of kind.publish)
      await fire(command as never, { id } as never, by === 'owner' ? owner : publishAs)
    if (outcome === 'unchanged') outcome = 'updated'
  }
  return outcome
}
