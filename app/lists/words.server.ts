import type { DocumentKind, SearchDocument } from '#search/document'
import type { Snippet } from '#search/engine'
import { headingSnippet, textSnippet } from '#search/hit'
import { normalize } from '#search/terms/normalize'
import { words as wordsOf } from '#search/terms/segment'
import type { ListParams } from '~/domain/kernel/list'
import type { ListAsked, WordsFound } from '~/domain/kernel/list-query.server'
import { answeredWithin } from '~/domain/matching/deadline'
import type { Visit } from '~/http/visit.server'

/** How long the engine may take: what is left of a second and a half is the database's. */
const engineWithinMs = 800
/** Most hits that Meilisearch pages to with its settings. */
const deepestHit = 1_000

/** What a list is asked for: its words looked up in the engine; where that does not answer, they are compared as text. */
export async function askedOf<Facet extends string, Sort extends string>(
  { services, now }: Visit,
  kind: DocumentKind,
  params: ListParams<Facet, Sort>,
): Promise<ListAsked<Facet, Sort>> {
  if (params.words === '') return { params, at: now }
  const { search, log } = services
  try {
    const found = await answeredWithin(
      engineWithinMs,
      search.engine.find({
        ...{ q: params.words, sort: 'relevance', limit: deepestHit, offset: 0 },
        filters: { kinds: [kind], openAfter: now.getTime() },
      }),
    )
    return { params, at: now, found: wordsFound(kind, found) }
  } catch (err) {
    log.error({ err }, 'search did not answer; words are compared as text')
    return { params, at: now, found: null }
  }
}

const wordsFound = (kind: DocumentKind, found: { ids: string[]; total: number }): WordsFound => ({
  ids: found.ids.map((id) => id.slice(kind.length + 1)),
  exact: found.total <= found.ids.length,
})

/** Where the words stand in one row. */
export interface RowMarks {
  title: Snippet
  /** Null where nothing of the text is found. */
  snippet: Snippet | null
}

/** The words of a list marked in its rows, by id; nothing without words. */
export async function marksOf(
  { services }: Visit,
  kind: DocumentKind,
  words: string,
  rows: readonly { id: string; title: string }[],
): Promise<Record<string, RowMarks>> {
  if (words === '') return {}
  const terms = wordsOf(normalize(words))
  const documents = new Map(
    (await services.search.store.documents(rows.map(({ id }) => `${kind}-${id}`))).map((each) => [each.id, each]),
  )
  return Object.fromEntries(
    rows.map(({ id, title }): [string, RowMarks] => {
      const document = documents.get(`${kind}-${id}`)
      return [id, { title: headingSnippet({ title } as SearchDocument, terms), snippet: document ? inText(document, terms) : null }]
    }),
  )
}

function inText(document: SearchDocument, terms: readonly string[]): Snippet | null {
  const found = textSnippet(document, terms)
  return found.marks.length > 0 ? found : null
}
