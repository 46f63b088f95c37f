import { existsSync, readFileSync } from 'node:fs'
import { documentId, type SearchDocument } from '#search/document'
import { listings } from '#search/fixtures/listings'

/** Papers beside the repository; a benchmark without them makes do with the fixtures. None of the targets set: its listings are looked for among these. */
const sources = ['../shared/data/csl/listings.jsonl', '../shared/data/chinaxiv/docs.jsonl']

interface Source {
  title: string
  sentences: string[]
  keywords: string[]
  field: string | null
}

/** Listings put together from sentences of real ones: real words and lengths, in any number. Always the same ones, made one at a time. */
export function* recombinedListings(count: number): Generator<SearchDocument> {
  const from = readSources()
  const random = sequence(20261124)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (let at = 0; at < count; at++) {
    const subject = pick(from)!
    const sentences = Array.from({ length: 4 }, () => pick(pick(from)!.sentences) ?? '')
    yield {
      ...{ id: documentId('achievement', String(at)), kind: 'achievement' as const, number: null },
      ...{ title: subject.title, text: sentences.join('。'), keywords: subject.keywords, field: subject.field },
      ...{ tags: [], metrics: [], targets: [], trl: 1 + (at % 9), transferModes: ['licence'], region: '330108' },
      ...{ organizationId: null, organizationName: null, openUntil: null, publishedAt: at },
    }
  }
}

/** The others at even distances among `count` listings, as old as their neighbours. */
export function* among(
  listings: Iterable<SearchDocument>,
  count: number,
  others: readonly SearchDocument[],
): Generator<SearchDocument> {
  let at = 0
  let planted = 0
  for (const listing of listings) {
    for (; planted < others.length && at * others.length >= planted * count; planted++)
      yield { ...others[planted]!, publishedAt: at }
    yield listing
    at += 1
  }
}

/** Texts of about so many characters, from sentences too. */
export function recombinedQueries(count: number, length: number): string[] {
  const from = readSources()
  const random = sequence(7)
  return Array.from({ length: count }, () => {
    let text = ''
    while (text.length < length) {
      const { sentences } = from[Math.floor(random() * from.length)]!
      text += `${sentences[Math.floor(random() * sentences.length)]}。`
    }
    return text.slice(0, length)
  })
}

function readSources(): Source[] {
  const files = sources.filter((file) => existsSync(file))
  if (files.length === 0)
    return listings.map(({ title, text, keywords, field }) => source(title, text, keywords, field))
  return files
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => {
      const { title, text, abstract, keywords, field } = JSON.parse(line) as Record<string, unknown>
      return source(String(title), String(text ?? abstract), (keywords as string[]) ?? [], String(field))
    })
}

function source(title: string, text: string, keywords: string[], field: string | null): Source {
  return { title, sentences: text.split(/[。；;.]/).filter((each) => each.length > 5), keywords, field }
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
