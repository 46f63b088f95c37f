import { parseUnit } from '#search/quantity'
import { issueMessage } from '../kernel/issues'
import { type ImportKind, targetOf } from './columns'
import type { RowProblem } from './source'
import { codeOf, isAbsent, readValue } from './values'

/** A row as a command takes it, and what was changed on the way that its owner should know. */
export interface MappedRow {
  input: Record<string, unknown>
  /** The file's own name of each field that it fills, so that a problem is named where it is mended. */
  columns: Map<string, string>
  /** Issue messages. */
  warnings: string[]
  problems: RowProblem[]
}

/** A file's row as the create command of its kind takes it. Null and blank mean absent; of two columns for one field the first one counts. */
export function mapRow(kind: ImportKind, values: Record<string, unknown>): MappedRow {
  const row: MappedRow = { input: {}, columns: new Map(), warnings: [], problems: [] }
  for (const [column, given] of Object.entries(values)) {
    if (isAbsent(given)) continue
    const target = targetOf(kind, column)
    // Files of listings say what kind of thing a row is; the command line says it too.
    if (!target && column.trim() === 'kind') continue
    if (!target) {
      row.warnings.push(issueMessage('errors.import.unknown_column', { column: shown(column) }))
      continue
    }
    if (row.columns.has(target.field)) continue
    row.columns.set(target.field, column)
    const read = readValue(target.field, given, target.typedMoney)
    if (read.problem !== undefined) row.problems.push({ column, message: read.problem })
    else row.input[target.field] = read.value
  }
  fieldOrTag(row)
  noteUnits(row)
  return row
}

/** Text for a message: without halves of characters, which an address cannot carry, and not endless. */
const shown = (text: string): string => text.slice(0, 60).toWellFormed()

const longestTag = 40

/** A technical field that is not of the list becomes a tag. */
function fieldOrTag({ input, warnings }: MappedRow): void {
  const { field } = input
  if (typeof field !== 'string') return
  const code = codeOf(field, 'field')
  if (code) input.field = code
  else if (field.trim().length <= longestTag) {
    delete input.field
    const tags = input.tags ?? []
    input.tags = Array.isArray(tags) ? [...(tags as unknown[]), field] : tags
    warnings.push(issueMessage('errors.import.field_as_tag', { field: shown(field) }))
  }
}

/** Units that nothing can be compared in are kept, but said. */
function noteUnits({ input, warnings }: MappedRow): void {
  for (const rows of [input.metrics, input.targets]) {
    if (!Array.isArray(rows)) continue
    for (const row of rows as unknown[]) {
      const unit = (row as { unit?: unknown } | null)?.unit
      if (typeof unit === 'string' && unit.length <= longestTag && parseUnit(unit.trim()) === null)
        warnings.push(issueMessage('errors.import.unit_unknown', { unit: shown(unit) }))
    }
  }
}
