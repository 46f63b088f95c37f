import { Best, type Scored } from './best'
import type { DocumentKind, SearchDocument, TermVector } from './document'
import type { FacetName, SearchFilters } from './engine'
import { passes } from './filters'
import { PostingLists } from './postings'
import { eachTerm, termBag } from './terms/index'

/** What filters, facets and sorts need of a document; the prose stays in the store. */
export type Card = Omit<SearchDocument, 'text' | 'keywords' | 'metrics' | 'targets'>

const k1 = 1.2
const b = 0.4
/** Matching reads no more postings than these for one query; the terms that most documents hold are left out first. */
const mostPostings = 500_000
/** Compact when so many dead slots are more than a third. */
const worthCompacting = 1000

/**
 * The in-process index: inverted indexes over words for people's search (whole text; heading) and over pairs of characters
 * for matching (whole text), and a card per slot. Knows no store.
 */
export class EmbeddedIndex {
  #body = new PostingLists()
  #heading = new PostingLists()
  #grams = new PostingLists()
  #cards: (Card | null)[] = []
  #lengths: number[] = []
  #slots = new Map<string, number>()
  #totalLength = 0
  /** Kept from query to query; all 0 in between. */
  #scratch = new Float64Array(0)

  get size(): number {
    return this.#slots.size
  }

  put(document: SearchDocument, terms: TermVector): void {
    this.remove(document.id)
    const slot = this.#cards.length
    let length = 0
    eachTerm(terms.words, (term, count) => {
      this.#body.add(slot, term, count)
      length += count
    })
    eachTerm(terms.grams, (term, count) => this.#grams.add(slot, term, count))
    for (const [term, count] of headingTerms(document)) this.#heading.add(slot, term, count)
    this.#cards.push(card(document))
    this.#lengths.push(length)
    this.#totalLength += length
    this.#slots.set(document.id, slot)
  }

  remove(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#totalLength -= this.#lengths[slot]!
    this.#cards[slot] = null
    const dead = this.#cards.length - this.#slots.size
    if (dead > worthCompacting && dead > this.#cards.length / 3) this.#compact()
  }

  card(slot: number): Card {
    const found = this.#cards[slot]
    if (!found) throw new RangeError(`no document in slot ${slot}`)
    return found
  }

  /** BM25 sum over pairs of characters, weighted as asked; filtered; best first, ties by slot. */
  best(terms: readonly { term: string; weight: number }[], filters: SearchFilters, limit: number): Scored[] {
    const scores = this.#emptyScores()
    const touched: number[] = []
    const found = terms.map(({ term, weight }) => ({ term, weight, size: this.#grams.get(term)?.size ?? 0 }))
    let read = 0
    for (const { term, weight, size } of found.sort((x, y) => x.size - y.size)) {
      read += size
      if (read > mostPostings && touched.length >= limit) break
      this.#addScores(this.#grams, term, weight, scores, touched)
    }
    const accept = this.#acceptor(filters)
    const best = new Best(limit)
    for (const slot of touched) {
      const score = scores[slot]!
      scores[slot] = 0
      if (best.wants(slot, score) && accept(slot)) best.offer(slot, score)
    }
    return best.sorted()
  }

  /**
   * People's search: every document that holds at least `coverage` of the query's weight (by idf) in its text or
   * heading; words in the heading count double. An empty query matches all, with score 0.
   */
  matching(words: readonly string[], filters: SearchFilters, coverage: number): Scored[] {
    const accept = this.#acceptor(filters)
    if (words.length === 0) {
      const all: Scored[] = []
      for (let slot = 0; slot < this.#cards.length; slot++) if (accept(slot)) all.push({ slot, score: 0 })
      return all
    }
    const scores = new Float64Array(this.#cards.length)
    const covered = new Float64Array(this.#cards.length)
    const touched: number[] = []
    let whole = 0
    for (const term of new Set(words)) {
      const rarity = this.#idf(term)
      whole += rarity
      const holders = new Set<number>()
      for (const lists of [this.#body, this.#heading]) {
        this.#addScores(lists, term, rarity, scores, touched)
        const list = lists.get(term)
        for (let i = 0; i < (list?.size ?? 0); i++) holders.add(list!.slots[i]!)
      }
      for (const slot of holders) covered[slot] = covered[slot]! + rarity
    }
    const found: Scored[] = []
    for (const slot of touched)
      if (covered[slot]! >= coverage * whole - 1e-9 && accept(slot)) found.push({ slot, score: scores[slot]! })
    return found
  }

  counts(found: readonly Scored[], facet: FacetName): Record<string, number> {
    const counts = new Map<string, number>()
    for (const { slot } of found) {
      for (const value of facetValues(this.card(slot), facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return Object.fromEntries(counts)
  }

  #addScores(lists: PostingLists, term: string, weight: number, scores: Float64Array, touched: number[]): void {
    const list = lists.get(term)
    if (!list || weight <= 0) return
    const average = Math.max(1, this.#totalLength / Math.max(1, this.#slots.size))
    const { slots, counts } = list
    for (let i = 0; i < list.size; i++) {
      const slot = slots[i]!
      const count = counts[i]!
      if (scores[slot] === 0) touched.push(slot)
      const norm = k1 * (1 - b + (b * this.#lengths[slot]!) / average)
      scores[slot] = scores[slot]! + (weight * count * (k1 + 1)) / (count + norm)
    }
  }

  #emptyScores(): Float64Array {
    if (this.#scratch.length < this.#cards.length) this.#scratch = new Float64Array(this.#cards.length * 2)
    return this.#scratch
  }

  /** By both lists, so that a word of a heading alone is not taken for infinitely rare. */
  #idf(term: string): number {
    const holders = Math.max(this.#body.get(term)?.size ?? 0, this.#heading.get(term)?.size ?? 0)
    return Math.log(1 + (Math.max(this.size - holders, 0) + 0.5) / (holders + 0.5))
  }

  #acceptor(filters: SearchFilters): (slot: number) => boolean {
    return (slot) => {
      const found = this.#cards[slot]
      return !!found && passes(found, filters)
    }
  }

  #compact(): void {
    const renumbered = new Int32Array(this.#cards.length).fill(-1)
    const cards: Card[] = []
    const lengths: number[] = []
    for (const [slot, found] of this.#cards.entries()) {
      if (!found) continue
      renumbered[slot] = cards.length
      this.#slots.set(found.id, cards.length)
      cards.push(found)
      lengths.push(this.#lengths[slot]!)
    }
    this.#body = this.#body.compacted(renumbered)
    this.#heading = this.#heading.compacted(renumbered)
    this.#grams = this.#grams.compacted(renumbered)
    this.#cards = cards
    this.#lengths = lengths
  }
}

function card(document: SearchDocument): Card {
  const { id, kind, number, title, field, tags, trl, transferModes, region } = document
  const { organizationId, organizationName, openUntil, publishedAt } = document
  const where = { organizationId, organizationName, openUntil, publishedAt }
  return { id, kind, number, title, field, tags, trl, transferModes, region, ...where }
}

/** Title, keywords, tags, number and organisation: what a person would look a document up by. */
function headingTerms(document: SearchDocument): Map<string, number> {
  const { title, keywords, tags, number, organizationName } = document
  return termBag([title, ...keywords, ...tags, number ?? '', organizationName ?? '']).words
}

function facetValues(found: Card, facet: FacetName): string[] {
  const value: DocumentKind | string[] | string | number | null = found[facet]
  if (value === null) return []
  return Array.isArray(value) ? value : [String(value)]
}
