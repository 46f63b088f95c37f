import type { CandidateTerm } from '../engine'

/** Terms that a document must hold all of. */
export type Clause = readonly CandidateTerm[]

/** A clause that more documents fill is cut off by the server without regard to their worth. */
export const idsPerClause = 300
/** A clause costs the server as much as so many ids that it gives back. */
const clauseCost = 20
const most = {
  single: { clauses: 80, ids: 1200 },
  pair: { clauses: 80, ids: 800 },
}
/** Of the terms that are too common by themselves, so many are paired, each so often. */
const pairedTerms = 80
const pairsPerTerm = 6
/** Words of one text keep company: a pair is held by more documents than chance would have it. */
const company = 4

/**
 * How likely the right document holds a term of the query: it hangs on how often the query says it, and hardly on how rare
 * it is. Estimated on problems and papers of three collections; a pair of characters that is no word is less sure.
 */
function chance({ view, occurrences }: CandidateTerm): number {
  return Math.min(0.7, (view === 'words' ? 0.12 : 0.05) * occurrences ** 1.4)
}

/**
 * What to ask the server so that, of a few hundred thousand documents, the right one is among some thousand ids. Rare
 * terms stand alone; of the others, pairs that few documents hold together. Each is chosen by what it promises for the ids that it costs.
 */
export function clauses(terms: readonly CandidateTerm[], documents: number): Clause[] {
  const words = new Set(terms.filter(({ view }) => view === 'words').map(({ term }) => term))
  const distinct = terms.filter(({ view, term }) => view === 'words' || !words.has(term))
  const singles = cheapest(
    distinct.flatMap((term) => (term.holders <= idsPerClause ? [offer([term], chance(term), term.holders)] : [])),
    most.single,
  )
  const alone = new Set(singles.flat())
  const left = distinct
    .filter((term) => term.view === 'words' && !alone.has(term))
    .sort((x, y) => promise(y, documents) - promise(x, documents) || byTerm(x, y))
    .slice(0, pairedTerms)
  const pairs = left.flatMap((x, at) => left.slice(at + 1).flatMap((y) => pairOffer(x, y, documents)))
  return [...singles, ...cheapest(pairs, most.pair, pairsPerTerm)]
}

/** Terms of which no clause was made, best first. */
export function leftOver(terms: readonly CandidateTerm[], asked: readonly Clause[]): Clause[] {
  const known = new Set(asked.filter(({ length }) => length === 1).map(([only]) => only!.term))
  const rest = terms.filter(({ term }) => !known.has(term)).sort((x, y) => y.weight - x.weight || byTerm(x, y))
  return [...new Map(rest.map((term) => [term.term, [term]])).values()]
}

interface Offer {
  clause: Clause
  /** Ids that it is expected to give back. */
  ids: number
  /** What it promises, for what it costs. */
  value: number
}

function offer(clause: Clause, likely: number, ids: number): Offer {
  return { clause, ids, value: likely / (clauseCost + ids) }
}

function pairOffer(x: CandidateTerm, y: CandidateTerm, documents: number): Offer[] {
  if (x.term.includes(y.term) || y.term.includes(x.term)) return []
  const expected = Math.min(x.holders, y.holders, (company * x.holders * y.holders) / Math.max(1, documents))
  return expected > idsPerClause ? [] : [offer([x, y], chance(x) * chance(y), expected)]
}

function cheapest(
  offers: readonly Offer[],
  limit: { clauses: number; ids: number },
  perTerm = Number.POSITIVE_INFINITY,
): Clause[] {
  const chosen: Clause[] = []
  const uses = new Map<CandidateTerm, number>()
  let ids = 0
  for (const each of [...offers].sort((x, y) => y.value - x.value || byTerm(x.clause[0]!, y.clause[0]!))) {
    if (chosen.length === limit.clauses) break
    if (ids + each.ids > limit.ids || each.clause.some((term) => (uses.get(term) ?? 0) >= perTerm)) continue
    for (const term of each.clause) uses.set(term, (uses.get(term) ?? 0) + 1)
    ids += each.ids
    chosen.push(each.clause)
  }
  return chosen
}

/** Likely to be held, and telling when it is. */
function promise(term: CandidateTerm, documents: number): number {
  return chance(term) * Math.log(1 + documents / term.holders)
}

const byTerm = (x: CandidateTerm, y: CandidateTerm) => (x.term < y.term ? -1 : x.term > y.term ? 1 : 0)
