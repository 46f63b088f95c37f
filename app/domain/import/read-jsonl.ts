import { decode, linesOf } from './lines'
import type { SourceRow } from './source'

/** JSON Lines in UTF-8 as rows. A line that is no JSON object is a row with a problem, not the end of the import. */
export async function* readJsonl(path: string): AsyncGenerator<SourceRow> {
  let line = 0
  let rows = 0
  for await (const bytes of linesOf(path)) {
    line += 1
    const row = bytes ? parseLine(bytes, line) : problem(line, 'errors.import.line_too_long')
    if (!row) continue
    rows += 1
    yield row
  }
  if (rows === 0) yield problem(1, 'errors.import.empty')
}

const problem = (line: number, message: string): SourceRow => ({ line, problem: { column: null, message } })

function parseLine(bytes: Buffer, line: number): SourceRow | null {
  const text = decode(bytes, 'utf-8')
  if (text === null) return problem(line, 'errors.import.not_utf8')
  if (text.trim() === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, values: value as Record<string, unknown> }
    return problem(line, 'errors.import.not_an_object')
  } catch {
    return problem(line, 'errors.import.not_json')
  }
}
