import { type DocumentKind, documentId } from '#search/document'
import type { Search } from '~/services/search/search.server'
import type { WordsFound } from '../kernel/list-query.server'

/** Most hits that Meilisearch pages to with its settings. */
export const deepestHit = 1_000

/**
 * What the words of a list find in the engine: the list's own conditions are the database's, so that page, counts, files and
 * saved searches cannot differ. With `only`, whether they find the one with this number.
 * @throws SearchUnavailable
 */
export async function wordsFound(
  { engine }: Search,
  kind: DocumentKind,
  words: string,
  now: Date,
  only?: string,
): Promise<WordsFound> {
  const { ids, total } = await engine.find({
    ...{ q: words, sort: 'relevance', limit: deepestHit, offset: 0 },
    filters: { kinds: [kind], openAfter: now.getTime(), ...(only ? { numbers: [only] } : {}) },
  })
  const prefix = documentId(kind, '0').length - 1
  return { ids: ids.map((id) => id.slice(prefix)), exact: total <= ids.length }
}
