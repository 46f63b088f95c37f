import type { FormulaView } from '~/domain/indicator/queries.server'
import type { PublicRow } from '~/domain/indicator/recompute'
import { csvResponse } from '~/lists/take-away.server'

const columns = [
  'commitment',
  'type',
  'period',
  'origin_period',
  'kind',
  'field',
  'origin',
  'flow',
  'contract_value_fen',
  'technology_amount_fen',
  'output_contract_value_fen',
  'output_technology_amount_fen',
  'absorbed_contract_value_fen',
  'absorbed_technology_amount_fen',
] as const satisfies readonly (keyof PublicRow)[]

/** Every public row of a period; column names are those of PublicRow. */
export const rowsAsCsv = (period: string, rows: readonly PublicRow[]): Response =>
  csvResponse(`jiebang-${period}`, [columns, ...rows.map((row) => columns.map((column) => row[column]))])

/** The same with the formula that is read over them. */
export const rowsAsJson = (period: string, found: { formula: FormulaView; rows: readonly PublicRow[] }): Response =>
  Response.json(
    { period, formula: found.formula, rows: found.rows },
    { headers: { 'Content-Disposition': `attachment; filename="jiebang-${period}.json"` } },
  )
