import { createWriteStream, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { RowResult } from '~/domain/import/run.server'
import { csvCell } from '~/lists/take-away.server'
import { sentence } from './sentence'

/**
 * Line, column and reason of every refused row, in the folder where the command was called; made with the first of them. One that an
 * earlier run left for the same file goes first.
 */
export function errorFile(file: string) {
  const path = `${basename(file)}.errors.csv`
  rmSync(path, { force: true })
  let stream: ReturnType<typeof createWriteStream> | null = null
  let failure: Error | null = null
  const write = (cells: (string | number | null)[]) => stream?.write(`${cells.map(csvCell).join(',')}\r\n`)
  return {
    path,
    add({ line, externalId, problems }: RowResult) {
      if (!stream) {
        stream = createWriteStream(path).on('error', (error) => (failure = error))
        stream.write('\ufeff')
        write(['line', 'id', 'column', 'reason', 'reason_en'])
      }
      for (const { column, message } of problems)
        write([line, externalId, column, sentence(message, 'zh-CN'), sentence(message, 'en')])
    },
    /** Fails where the file could not be written. */
    async close() {
      if (stream && !failure) await new Promise<void>((resolve) => stream!.end(() => resolve()))
      if (failure) throw failure
    },
  }
}
