import type { DocumentKind } from '#search/document'
import type { Search } from '~/services/search/search.server'
import { answeredWithin } from './deadline'
import { type Name, namesLike } from './names'

/** What may be meant by what is being typed: a name to look under, or one thing. */
export interface Suggestion {
  kind: Name['kind'] | DocumentKind
  label: string
  /** Of a thing its page; a name is looked for in the list that asked. */
  to: string | null
  /** Of a field its code; else the label. */
  value: string
}

const folders = { challenge: '/challenges', achievement: '/achievements', capability: '/capabilities' } as const
const mostNames = 4
const mostTitles = 5
/** Suggestions that come later than the next letter help nobody. */
const titlesWithinMs = 400

/** Names first, then titles of things that are open now. Without an engine there are only names. */
export async function suggestions(
  search: Search,
  typed: string,
  { fields, kind, now }: { fields: readonly Name[]; kind: DocumentKind | null; now: Date },
): Promise<Suggestion[]> {
  if (typed === '') return []
  const [{ names }, titles] = await Promise.all([search.names(), titlesLike(search, typed, kind, now)])
  const here = names.filter(({ borne }) => !kind || !borne || borne.has(kind))
  const found = namesLike([...here, ...fields], typed, mostNames).map(asSuggestion)
  return [...found, ...titles]
}

export const asSuggestion = ({ kind, label, value }: Name): Suggestion => ({ kind, label, value, to: null })

async function titlesLike(search: Search, typed: string, kind: DocumentKind | null, now: Date): Promise<Suggestion[]> {
  try {
    const { hits } = await answeredWithin(
      titlesWithinMs,
      search.engine.search({
        ...{ q: typed, sort: 'relevance', limit: 2 * mostTitles, offset: 0 },
        filters: { openAfter: now.getTime(), ...(kind ? { kinds: [kind] } : {}) },
      }),
    )
    return hits
      .filter(({ title, document }) => title.marks.length > 0 && document.number)
      .slice(0, mostTitles)
      .map(({ document }) => ({
        ...{ kind: document.kind, label: document.title, value: document.title },
        to: `${folders[document.kind]}/${document.number}`,
      }))
  } catch {
    return []
  }
}
