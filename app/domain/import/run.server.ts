import { and, eq } from 'drizzle-orm'
import type { Database } from '#db/client'
import { achievement, capability, challenge } from '#db/schema'
import { createAchievement } from '../achievement/commands/create.server'
import { publishAchievement } from '../achievement/commands/publish.server'
import { createCapability } from '../capability/commands/create.server'
import { publishCapability } from '../capability/commands/publish.server'
import { createDraft } from '../challenge/commands/create-draft.server'
import { publish } from '../challenge/commands/publish.server'
import { submit } from '../challenge/commands/submit.server'
import type { CommandRunner, FireInside } from '../command/run.server'
import type { PersonActor } from '../kernel/actor'
import { DomainError } from '../kernel/errors'
import { type ImportKind, mapRow } from './mapping'
import type { RowProblem, SourceRow } from './source'

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

export interface RowResult {
  line: number
  externalId: string | null
  outcome: 'written' | 'unchanged' | 'refused'
  problems: RowProblem[]
  warnings: string[]
}

/** Rows one after the other, each written whole or not at all; a refused one does not stop the others. */
export async function* importRows(rows: AsyncIterable<SourceRow>, options: ImportOptions): AsyncGenerator<RowResult> {
  for await (const row of rows) yield await importRow(row, options)
}

async function importRow(row: SourceRow, options: ImportOptions): Promise<RowResult> {
  const result: RowResult = { line: row.line, externalId: null, outcome: 'refused', problems: [], warnings: [] }
  if (row.problem) return { ...result, problems: [row.problem] }
  const { externalId, input, warnings } = mapRow(options.kind, row.values)
  const known = { ...result, externalId, warnings }
  if (externalId !== null && (await exists(options, externalId))) return { ...known, outcome: 'unchanged' }
  try {
    await options.commands.together(async (fire) => {
      await write(fire, { ...input, external_id: externalId }, options)
      if (options.dryRun) throw new DryRun()
    })
    return { ...known, outcome: 'written' }
  } catch (error) {
    if (error instanceof DryRun) return { ...known, outcome: 'written' }
    if (!(error instanceof DomainError)) throw error
    return { ...known, problems: problemsOf(error) }
  }
}

/** Ends a row's transaction after everything was tried, so that nothing of it stays. */
class DryRun extends Error {}

function problemsOf(error: DomainError): RowProblem[] {
  if (error.issues.length === 0) return [{ column: null, message: error.key }]
  return error.issues.map((issue) => ({ column: issue.path.join('.') || null, message: issue.message }))
}

async function write(
  fire: FireInside,
  input: Record<string, unknown>,
  { kind, owner, publishAs }: ImportOptions,
): Promise<void> {
  if (kind === 'achievements') {
    const { id } = await fire(createAchievement, input as never, owner)
    if (publishAs) await fire(publishAchievement, { id }, owner)
  } else if (kind === 'capabilities') {
    const { id } = await fire(createCapability, input as never, owner)
    if (publishAs) await fire(publishCapability, { id }, owner)
  } else {
    const { id } = await fire(createDraft, input as never, owner)
    if (!publishAs) return
    await fire(submit, { id }, owner)
    await fire(publish, { id }, publishAs)
  }
}

const tables = { achievements: achievement, capabilities: capability, challenges: challenge }

/** (kind, organisation, external id) is the key of an imported row: repeating an import changes nothing. */
async function exists({ db, kind, owner }: ImportOptions, externalId: string): Promise<boolean> {
  const table = tables[kind]
  const found = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.organizationId, owner.organization!.id), eq(table.externalId, externalId)))
  return found.length > 0
}
