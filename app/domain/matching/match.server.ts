import type { SearchDocument } from '#search/document'
import { SearchUnavailable } from '#search/engine'
import { type Match, type MatchQuery, type Sought, match, queryOf } from '#search/matching'
import { type Figure, type Target, parseTargets } from '#search/quantity'
import type { Search } from '~/services/search/search.server'
import { unavailable } from '../kernel/errors'

/** One match as pages and the API show it. Offsets of `marks` are UTF-16. */
export interface MatchView {
  kind: SearchDocument['kind']
  number: string
  title: string
  organization: string | null
  field: string | null
  trl: number | null
  transfer_modes: string[]
  /** Comparable within one answer only. */
  score: number
  /** One per target, in order. `value` is in the target's unit. */
  verdicts: {
    target: TargetView
    verdict: 'met' | 'missed' | 'unknown'
    value: number | [number, number] | null
    /** The figure as the listing writes it. */
    original: string | null
    sentence: string | null
  }[]
  /** `via`: the words of the query that mean the same; absent where the query has the word itself. */
  words: Match['words']
  reasons: Match['reasons']
  missing: string[]
}

export interface TargetView {
  name: string
  comparator: Target['comparator']
  value: number
  value_to: number | null
  unit: string
  must: boolean
}

export interface MatchAnswer {
  targets: TargetView[]
  matches: MatchView[]
}

/** Filters of a match that people choose. */
export interface MatchFilters {
  kinds?: SearchDocument['kind'][]
  fields?: string[]
  trlFrom?: number | null
}

const targetView = (target: Target): TargetView => ({
  name: target.name,
  comparator: target.comparator,
  value: target.value,
  value_to: target.valueTo ?? null,
  unit: target.unit,
  must: target.must,
})

/** Whoever can solve a problem: free text, or a challenge with its targets. Nothing of the text is kept. */
export async function matchProblem(
  search: Search,
  query: MatchQuery,
  now: Date,
  limit = 20,
  filters: MatchFilters = {},
): Promise<MatchAnswer> {
  const targets = query.targets ?? parseTargets(query.text)
  const found = await find(search, { ...query, targets }, 'listings', now, limit, filters)
  return { targets: targets.map(targetView), matches: found.map((each) => matchView(each, targets)) }
}

/** Matches of a document that search knows: listings for a challenge, challenges for a listing. Its own organisation's are left out. */
export async function matchDocument(
  search: Search,
  document: SearchDocument,
  now: Date,
  limit = 20,
  filters: MatchFilters = {},
): Promise<MatchAnswer> {
  const { targets, found } = await findFor(search, document, now, limit, filters)
  return { targets, matches: found.map((each) => each.view) }
}

/** As {@link matchDocument}, with what each view was made of. */
export async function findFor(
  search: Search,
  document: SearchDocument,
  now: Date,
  limit: number,
  filters: MatchFilters = {},
): Promise<{ targets: TargetView[]; found: { match: Match; view: MatchView }[] }> {
  const { query, sought } = queryOf(document)
  const found = await find(search, query, sought, now, limit + 5, filters)
  const others = found.filter((each) => each.document.organizationId !== document.organizationId).slice(0, limit)
  return {
    targets: document.targets.map(targetView),
    found: others.map((each) => ({
      match: each,
      view: matchView(each, sought === 'challenges' ? each.document.targets : document.targets),
    })),
  }
}

async function find(
  search: Search,
  query: MatchQuery,
  sought: Sought,
  now: Date,
  limit: number,
  filters: MatchFilters,
): Promise<Match[]> {
  try {
    const { kinds, fields, trlFrom } = filters
    return await match(query, {
      ...{ engine: search.engine, store: search.store, synonyms: await search.synonyms() },
      sought,
      limit,
      now: now.getTime(),
      filters: {
        openAfter: now.getTime(),
        ...(kinds ? { kinds } : {}),
        ...(fields ? { fields } : {}),
        ...(trlFrom ? { trlFrom } : {}),
      },
    })
  } catch (error) {
    if (error instanceof SearchUnavailable) throw unavailable('errors.search_unavailable')
    throw error
  }
}

function matchView(
  { document, score, verdicts, words, reasons, missing }: Match,
  targets: readonly Target[],
): MatchView {
  return {
    kind: document.kind,
    number: document.number ?? '',
    title: document.title,
    organization: document.organizationName,
    field: document.field,
    trl: document.trl,
    transfer_modes: document.transferModes,
    score,
    verdicts: verdicts.map((each, at) => ({
      target: targetView(targets[at]!),
      verdict: each.verdict,
      value: each.converted,
      original: each.figure && figureText(each.figure),
      sentence: each.sentence,
    })),
    words,
    reasons,
    missing: missing.map((at) => targets[at]?.name ?? ''),
  }
}

function figureText({ value, unit }: Figure): string {
  const number = Array.isArray(value) ? `${value[0]}~${value[1]}` : String(value)
  return unit ? `${number} ${unit}` : number
}
