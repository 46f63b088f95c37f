import { open } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { SourceRow } from './source'

/**
 * A CSV file with a header row as rows: UTF-8, else GB18030 (what spreadsheets of the field write). A row with too few or too many
 * cells, or with a quote that never ends, is a row with a problem.
 */
export async function* readCsv(path: string): AsyncGenerator<SourceRow> {
  const encoding = (await isUtf8(path)) ? 'utf-8' : 'gb18030'
  const parser = createReadStream(path)
    .pipe(decode(encoding))
    .pipe(
      parse({
        bom: true,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: 2 * 1024 * 1024,
        trim: true,
      }),
    )
  let header: string[] | null = null
  try {
    for await (const each of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const { record, info } = each
      if (!header) {
        header = record.map((name) => name.trim())
        continue
      }
      yield rowOf(header, record, info.lines)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0)
    yield {
      line,
      problem: {
        column: null,
        message: error.code === 'CSV_MAX_RECORD_SIZE' ? 'errors.import.line_too_long' : 'errors.import.broken_quotes',
      },
    }
  }
}

function rowOf(header: string[], record: string[], line: number): SourceRow {
  if (record.length !== header.length) {
    return {
      line,
      problem: { column: null, message: `errors.import.cells?expected=${header.length}&found=${record.length}` },
    }
  }
  return { line, values: Object.fromEntries(header.map((name, index) => [name, cell(record[index]!)])) }
}

/** A cell that begins like JSON is read as JSON where it is (metrics, lists); everything else is text. Empty is absent. */
function cell(text: string): unknown {
  if (text === '') return null
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function decode(encoding: 'utf-8' | 'gb18030'): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = await open(path)
  try {
    for await (const chunk of file.createReadStream({ autoClose: false }))
      decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  } finally {
    await file.close()
  }
}
