import { workbookStream } from '~/services/spreadsheet/write.server'

/** Longest file or feed that a list gives away at once. */
export const mostExported = 5_000
export const mostInFeed = 50

/** One cell: quoted where needed, and never read as a formula by a spreadsheet. Source: OWASP, CSV injection. */
export function csvCell(value: string | number | null | undefined): string {
  let text = value == null ? '' : String(value)
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A CSV file in UTF-8 with its mark, so that old spreadsheets read the Chinese. The first row names the columns. */
export function csvResponse(name: string, rows: readonly (readonly (string | number | null)[])[]): Response {
  const body = `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  })
}

/** A spreadsheet with the same rows, written while it is sent. */
export const xlsxResponse = (
  name: string,
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): Response =>
  new Response(workbookStream(name, header, rows), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    },
  })

export interface FeedItem {
  /** Stable and unique; the address itself when it never changes. */
  id: string
  title: string
  url: string
  text: string
  at: Date
}

/** An RSS 2.0 feed. Addresses are whole. */
export function rssResponse(feed: { title: string; url: string; text: string; items: readonly FeedItem[] }): Response {
  const items = feed.items.map(
    (item) =>
      `<item><title>${xml(item.title)}</title><link>${xml(item.url)}</link><guid isPermaLink="false">${xml(item.id)}</guid>` +
      `<pubDate>${item.at.toUTCString()}</pubDate><description>${xml(item.text)}</description></item>`,
  )
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${xml(feed.title)}</title>` +
    `<link>${xml(feed.url)}</link><description>${xml(feed.text)}</description>${items.join('')}</channel></rss>\n`
  return new Response(body, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as XML 1.0 may carry it: marks escaped, control characters left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => entities[mark]!)
