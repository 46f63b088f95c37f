import { PassThrough, Readable } from 'node:stream'
import Excel from 'exceljs'

export type Cell = string | number | Date | null

const widest = 60

/**
 * A workbook of one sheet, written while it is sent: no more than a row is held. The first row names the columns and stays
 * in sight. Text is written as text, so that nothing of it is ever a formula.
 */
export function workbookStream(
  sheetName: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  const out = new PassThrough()
  write(out, sheetName, header, rows).catch((error: Error) => out.destroy(error))
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}

async function write(
  out: PassThrough,
  sheetName: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = header.map((name) => ({ width: Math.min(widest, 2 * name.length + 8) }))
  const first = sheet.addRow([...header])
  first.font = { bold: true }
  first.commit()
  for await (const row of rows) {
    sheet.addRow([...row]).commit()
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
  }
  sheet.commit()
  await book.commit()
}
