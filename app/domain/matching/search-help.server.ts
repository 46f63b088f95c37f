import type { SearchHit } from '#search/engine'
import { termKey } from '#search/terms'
import { normalize } from '#search/terms/normalize'
import { plainWords } from '#search/terms/segment'
import { stopWords } from '#search/terms/stop-words'
import type { Search } from '~/services/search/search.server'
import { type Name, namesLike, namesNear } from './names'
import { type Suggestion, asSuggestion } from './suggestions.server'

/** What helps somebody on whom a search found little or nothing. */
export interface SearchHelp {
  /** Words of the query that stand in nothing public: what was found was found by the others. */
  dropped: string[]
  /** Names that may be meant. */
  names: Suggestion[]
  /** Words that say the same as dropped ones and do stand in something public. */
  instead: string[]
}

export const noHelp: SearchHelp = { dropped: [], names: [], instead: [] }

const most = 6
const isWord = /[\p{L}\p{N}]/u
const onlyLatin = /^[\p{Script=Latin}\s'’-]+$/u

export async function searchHelp(
  search: Search,
  q: string,
  hits: readonly SearchHit[],
  fields: readonly Name[],
): Promise<SearchHelp> {
  if (q === '') return noHelp
  const { names } = await search.names()
  const all = [...names, ...fields]
  const { asked, unknown } = await unknownWords(search, q)
  const shown = hits.map(({ document }) => textOf(document))
  const dropped = unknown.filter((word) => !shown.some((text) => text.includes(word)))
  const like = namesLike(all, q, most)
  const near = hits.length === 0 && like.length === 0 ? namesNear(all, q, most) : like
  return {
    // That no word at all was found goes without saying.
    dropped: hits.length === 0 && dropped.length === asked.length ? [] : dropped,
    // With results at hand only what is typed as it sounds wants asking back.
    names: hits.length === 0 || onlyLatin.test(q) ? near.map(asSuggestion) : [],
    instead: hits.length === 0 ? await sayTheSame(search, dropped) : [],
  }
}

const textOf = ({ title, text, keywords, tags, number, organizationName }: SearchHit['document']) =>
  normalize([title, text, ...keywords, ...tags, number ?? '', organizationName ?? ''].join('\n'))

async function unknownWords({ store }: Search, q: string): Promise<{ asked: string[]; unknown: string[] }> {
  const asked = [...new Set(plainWords(normalize(q)))].filter((word) => isWord.test(word) && !stopWords.has(word))
  const { frequencies } = await store.statistics(asked.map((word) => termKey('words', word)))
  return { asked, unknown: asked.filter((word) => !frequencies.has(termKey('words', word))) }
}

async function sayTheSame({ store, synonyms }: Search, words: readonly string[]): Promise<string[]> {
  const { groups } = await synonyms()
  const others = [...new Set(words.flatMap((word) => (groups.get(word) ?? []).flat()))].filter(
    ({ word }) => !words.includes(word),
  )
  const keyOf = (gram: string) => termKey('grams', gram)
  const { frequencies } = await store.statistics(others.flatMap(({ grams }) => grams.map(keyOf)))
  const held = others.filter(({ grams }) => grams.every((gram) => frequencies.has(keyOf(gram))))
  return [...new Set(held.map(({ word }) => word))].slice(0, most)
}
