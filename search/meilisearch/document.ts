import type { SearchDocument } from '../document'
import { latinTokens } from '../terms/segment'
import { normalize } from '../terms/normalize'

/** No end: later than any deadline, so that one comparison filters. */
export const neverEnds = 8_640_000_000_000_000

/** What is written to the index. Digit-led and formula tokens stand in `keywords` too: inside Chinese they are cut apart. */
export function indexedDocument(document: SearchDocument): Record<string, unknown> {
  const { id, kind, number, title, text, field, tags, trl, transferModes, region } = document
  const normalized = { title: normalize(title), text: normalize(text) }
  const tokens = new Set(latinTokens(`${normalized.title}\n${normalized.text}`))
  return {
    ...{ id, kind, number, field, tags, trl, transferModes, region, ...normalized },
    keywords: [...new Set([...document.keywords, ...tags].map(normalize).concat([...tokens]))],
    organizationId: document.organizationId,
    organizationName: document.organizationName && normalize(document.organizationName),
    openUntil: document.openUntil ?? neverEnds,
    publishedAt: document.publishedAt,
  }
}
