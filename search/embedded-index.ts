import type { DocumentKind, SearchDocument, TermVector } from './document'
import type { FacetName, SearchFilters } from './engine'
import { passes } from './filters'
import { PostingLists } from './postings'
import { readVector, termBag } from './terms/index'

/** What filters, facets and sorts need of a document; the prose stays in the store. */
export type Card = Omit<SearchDocument, 'text' | 'keywords' | 'metrics' | 'targets'>

export interface Scored {
  slot: number
  score: number
}

const k1 = 1.2
const b = 0.4
/** Compact when so many dead slots are more than a third. */
const worthCompacting = 1000

/** The in-process index: two inverted indexes over words (whole text; heading) and a card per slot. Knows no store. */
export class EmbeddedIndex {
  #body = new PostingLists()
  #heading = new PostingLists()
  #cards: (Card | null)[] = []
  #lengths: number[] = []
  #slots = new Map<string, number>()
  #totalLength = 0

  get size(): number {
    return this.#slots.size
  }

  put(document: SearchDocument, terms: TermVector): void {
    this.remove(document.id)
    const slot = this.#cards.length
    let length = 0
    for (const [term, count] of readVector(terms).words) {
      this.#body.add(slot, term, count)
      length += count
    }
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

  /** BM25 sum over the terms of the whole text, weighted as asked; filtered; best first, ties by slot. */
  best(terms: readonly { term: string; weight: number }[], filters: SearchFilters, limit: number): Scored[] {
    const scores = new Float64Array(this.#cards.length)
    const touched: number[] = []
    for (const { term, weight } of terms) this.#addScores(this.#body, term, weight, scores, touched)
    const accept = this.#acceptor(filters)
    const found: Scored[] = []
    for (const slot of touched) if (accept(slot)) found.push({ slot, score: scores[slot]! })
    return found.sort((x, y) => y.score - x.score || x.slot - y.slot).slice(0, limit)
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
    for (let i = 0; i < list.size; i++) {
      const slot = list.slots[i]!
      if (!this.#cards[slot]) continue
      const count = list.counts[i]!
      if (scores[slot] === 0) touched.push(slot)
      const norm = k1 * (1 - b + (b * this.#lengths[slot]!) / average)
      scores[slot] = scores[slot]! + (weight * count * (k1 + 1)) / (count + norm)
    }
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
