import { createReadStream } from 'node:fs'
import type { SourceRow } from './source'

/** Longest line that is read as JSON; a longer one is an error of its row. */
const longestLine = 2 * 1024 * 1024

/** JSON Lines as rows. A line that is no JSON object is a row with a problem, not the end of the import. */
export async function* readJsonl(path: string): AsyncGenerator<SourceRow> {
  let line = 0
  for await (const text of linesOf(path)) {
    line += 1
    if (text === null) yield { line, problem: { column: null, message: 'errors.import.line_too_long' } }
    else if (text.trim() !== '') yield parseLine(text, line)
  }
}

function parseLine(text: string, line: number): SourceRow {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, values: value as Record<string, unknown> }
    return { line, problem: { column: null, message: 'errors.import.not_an_object' } }
  } catch {
    return { line, problem: { column: null, message: 'errors.import.not_json' } }
  }
}

/** Lines of a UTF-8 file; null for one that is too long, so that it never has to be held. */
async function* linesOf(path: string): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let dropping = false
  for await (const chunk of createReadStream(path)) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield dropping || part.length > longestLine ? null : part
      dropping = false
    }
    if (rest.length > longestLine) {
      dropping = true
      rest = ''
    }
  }
  if (dropping) yield null
  else if (rest !== '') yield rest
}
