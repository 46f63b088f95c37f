import { CsvError, parse } from 'csv-parse/sync'
import { decode, encodingOf, linesOf, longestLine } from './lines'
import type { SourceRow } from './source'

/**
 * A CSV file with a header row as rows: UTF-8, else GB18030. A row with too few or too many cells, or with a quote that never ends,
 * is a row with a problem; reading goes on with the line behind it.
 */
export async function* readCsv(path: string): AsyncGenerator<SourceRow> {
  const encoding = await encodingOf(path)
  if (encoding === 'utf-16') return yield problem(1, 'errors.import.not_utf8')
  let header: string[] | null = null
  let rows = 0
  for await (const { line, cells, message } of recordsOf(textsOf(path, encoding), () => header?.length ?? null)) {
    if (!header) {
      if (!cells) return yield problem(line, message)
      header = cells
      const twice = header.find((name, index) => header!.indexOf(name) < index)
      if (twice !== undefined)
        return yield problem(line, `errors.import.column_twice?column=${encodeURIComponent(twice)}`)
      continue
    }
    rows += 1
    if (!cells) yield problem(line, message)
    else if (cells.length !== header.length)
      yield problem(line, `errors.import.cells?expected=${header.length}&found=${cells.length}`)
    else yield { line, values: Object.fromEntries(header.map((name, index) => [name, valueOf(cells[index]!)])) }
  }
  if (rows === 0) yield problem(1, 'errors.import.empty')
}

const problem = (line: number, message: string): SourceRow => ({ line, problem: { column: null, message } })

type TextLine = { line: number } & ({ text: string; message?: undefined } | { text?: undefined; message: string })
type CsvRecord = { line: number } & ({ cells: string[]; message?: undefined } | { cells?: undefined; message: string })

async function* textsOf(path: string, encoding: 'utf-8' | 'gb18030'): AsyncGenerator<TextLine> {
  let line = 0
  for await (const bytes of linesOf(path)) {
    line += 1
    if (!bytes) yield { line, message: 'errors.import.line_too_long' }
    else {
      const text = decode(bytes, encoding)
      yield text === null ? { line, message: 'errors.import.not_utf8' } : { line, text }
    }
  }
}

/**
 * Lines put together to records: while a quote is open the next line belongs to the cell. Where that gives no record of `width` cells,
 * the quote of its first line had no partner: that line alone is the problem, and the lines behind it are read again.
 */
async function* recordsOf(lines: AsyncGenerator<TextLine>, width: () => number | null): AsyncGenerator<CsvRecord> {
  const ahead: TextLine[] = []
  const at = async (index: number): Promise<TextLine | null> => {
    while (ahead.length <= index) {
      const next = await lines.next()
      if (next.done) return null
      ahead.push(next.value)
    }
    return ahead[index]!
  }
  for (let first = await at(0); first; first = await at(0)) {
    const { line } = first
    if (first.text === undefined) {
      ahead.shift()
      yield { line, message: first.message }
      continue
    }
    let text = first.text
    let taken = 1
    for (let open = quotesOf(text) % 2; open === 1 && text.length <= longestLine; taken += 1) {
      const next = await at(taken)
      if (next?.text === undefined) break
      text += `\n${next.text}`
      open = (open + quotesOf(next.text)) % 2
    }
    const cells = cellsOf(text)
    const whole = cells !== null && (taken === 1 || width() === null || cells.length === width())
    ahead.splice(0, whole ? taken : 1)
    if (!whole) yield { line, message: 'errors.import.broken_quotes' }
    else if (cells.some((cell) => cell !== '')) yield { line, cells }
  }
}

const quotesOf = (text: string): number => text.split('"').length - 1

/** The cells of one record, trimmed; null when its quotes do not fit. */
function cellsOf(text: string): string[] | null {
  if (text.trim() === '') return []
  try {
    const records = parse(text, {
      relax_column_count: true,
      trim: true,
      max_record_size: 2 * longestLine,
    }) as string[][]
    return records.length === 1 ? records[0]! : null
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** A cell that begins like JSON is read as JSON where it is (metrics, lists); everything else is text. Empty is absent. */
function valueOf(cell: string): unknown {
  if (cell === '') return null
  if (!/^[[{]/.test(cell)) return cell
  try {
    return JSON.parse(cell) as unknown
  } catch {
    return cell
  }
}
