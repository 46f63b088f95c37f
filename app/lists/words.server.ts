import type { DocumentKind, SearchDocument } from '#search/document'
import type { Snippet } from '#search/engine'
import { headingSnippet, textSnippet } from '#search/hit'
import { normalize } from '#search/terms/normalize'
import { words as wordsOf } from '#search/terms/segment'
import type { ListParams } from '~/domain/kernel/list'
import type { ListAsked } from '~/domain/kernel/list-query.server'
import { answeredWithin, engineWithinMs } from '~/domain/matching/deadline'
import { wordsFound } from '~/domain/matching/list-words.server'
import type { Visit } from '~/http/visit.server'

/** What a list is asked for: its words looked up in the engine; where that does not answer, they are compared as text. */
export async function askedOf<Facet extends string, Sort extends string>(
  { services, now }: Pick<Visit, 'services' | 'now'>,
  kind: DocumentKind,
  params: ListParams<Facet, Sort>,
): Promise<ListAsked<Facet, Sort>> {
  if (params.words === '') return { params, at: now }
  const { search, log } = services
  try {
    return { params, at: now, found: await answeredWithin(engineWithinMs, wordsFound(search, kind, params.words, now)) }
  } catch (err) {
    log.error({ err }, 'search did not answer; words are compared as text')
    return { params, at: now, found: null }
  }
}

/** Where the words stand in one row. */
export interface RowMarks {
  title: Snippet
  /** Null where nothing of the text is found. */
  snippet: Snippet | null
}

/** The words of a list marked in its rows, by id; nothing without words. */
export async function marksOf(
  { services }: Pick<Visit, 'services'>,
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
      return [
        id,
        {
          title: headingSnippet({ title } as SearchDocument, terms),
          snippet: document ? inText(document, terms) : null,
        },
      ]
    }),
  )
}

function inText(document: SearchDocument, terms: readonly string[]): Snippet | null {
  const found = textSnippet(document, terms)
  return found.marks.length > 0 ? found : null
}
