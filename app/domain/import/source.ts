/** One row of a file before it is understood. `line` counts from 1 in the file. */
export type SourceRow =
  | { line: number; values: Record<string, unknown>; problem?: undefined }
  | { line: number; values?: undefined; problem: RowProblem }

/** Why a row was not written: the column where one can be named, and an issue message. */
export interface RowProblem {
  column: string | null
  message: string
}
