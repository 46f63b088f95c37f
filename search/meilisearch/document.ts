import type { SearchDocument } from '../document'
import { latinTokens } from '../terms/segment'
import { normalize } from '../terms/normalize'
import { separated } from './query'

/** No end: later than any deadline, so that one comparison filters. */
export const neverEnds = 8_640_000_000_000_000

/** What is written to the index. Digit-led and formula tokens stand in `keywords` too: inside Chinese they are cut apart. */
export function indexedDocument(document: SearchDocument): Record<string, unknown> {
  const { id, kind, number, title, text, field, tags, trl, transferModes, region } = document
  const plain = (prose: string) => separated(normalize(prose))
  const normalized = { title: plain(title), text: plain(text) }
  const tokens = new Set(latinTokens(`${normalized.title}\n${normalized.text}`))
  return {
    ...{ id, kind, number, field, tags, trl, transferModes, region, ...normalized },
    keywords: [...new Set([...document.keywords, ...tags].map(plain).concat([...tokens]))],
    organizationId: document.organizationId,
    organizationName: document.organizationName && plain(document.organizationName),
    openUntil: document.openUntil ?? neverEnds,
    publishedAt: document.publishedAt,
  }
}
