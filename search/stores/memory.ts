import type { CorpusStatistics, DocumentChange, DocumentStore, SearchDocument } from '../document'
import { termKeys, termVector, vectorLengths, views, type TermVector, type View } from '../terms/index'

interface Row {
  sequence: number
  document: SearchDocument
  terms: TermVector
}

/** Documents in memory: for evaluation, benchmarks and tests. Follows the same rules as the database's table. */
export class MemoryDocumentStore implements DocumentStore {
  #rows = new Map<string, Row>()
  #deleted = new Map<string, number>()
  #sequence = 0
  #frequencies = new Map<string, number>()
  #lengths: Record<View, number> = { words: 0, grams: 0, chars: 0 }
  /** In order of sequence; entries whose document changed again later are skipped when read. */
  #log: { sequence: number; id: string }[] = []

  put(document: SearchDocument): void {
    this.#forget(document.id)
    this.#deleted.delete(document.id)
    const terms = termVector(document)
    this.#rows.set(document.id, { sequence: this.#note(document.id), document, terms })
    this.#count(terms, 1)
  }

  delete(id: string): void {
    if (!this.#rows.has(id)) return
    this.#forget(id)
    this.#deleted.set(id, this.#note(id))
  }

  async changesSince(sequence: number, limit: number): Promise<DocumentChange[]> {
    const changes: DocumentChange[] = []
    for (let at = this.#firstAfter(sequence); at < this.#log.length && changes.length < limit; at++) {
      const { sequence: noted, id } = this.#log[at]!
      const row = this.#rows.get(id)
      if (row?.sequence === noted) changes.push({ sequence: noted, id, document: row.document, terms: row.terms })
      else if (this.#deleted.get(id) === noted) changes.push({ sequence: noted, id, document: null, terms: null })
    }
    return changes
  }

  async documents(ids: readonly string[]): Promise<SearchDocument[]> {
    return ids.flatMap((id) => this.#rows.get(id)?.document ?? [])
  }

  async vectors(ids: readonly string[]): Promise<Map<string, TermVector>> {
    const found = new Map<string, TermVector>()
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (row) found.set(id, row.terms)
    }
    return found
  }

  async statistics(keys: readonly string[]): Promise<CorpusStatistics> {
    const frequencies = new Map<string, number>()
    for (const key of keys) {
      const holders = this.#frequencies.get(key)
      if (holders) frequencies.set(key, holders)
    }
    return { documents: this.#rows.size, lengths: { ...this.#lengths }, frequencies }
  }

  /** All living documents, for a rebuild. */
  async *all(): AsyncIterable<SearchDocument> {
    for (const row of this.#rows.values()) yield row.document
  }

  #note(id: string): number {
    this.#sequence += 1
    this.#log.push({ sequence: this.#sequence, id })
    return this.#sequence
  }

  #firstAfter(sequence: number): number {
    let low = 0
    let high = this.#log.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#log[middle]!.sequence <= sequence) low = middle + 1
      else high = middle
    }
    return low
  }

  #forget(id: string): void {
    const row = this.#rows.get(id)
    if (!row) return
    this.#count(row.terms, -1)
    this.#rows.delete(id)
  }

  #count(terms: TermVector, by: 1 | -1): void {
    for (const key of termKeys(terms)) {
      const holders = (this.#frequencies.get(key) ?? 0) + by
      if (holders > 0) this.#frequencies.set(key, holders)
      else this.#frequencies.delete(key)
    }
    const lengths = vectorLengths(terms)
    for (const view of views) this.#lengths[view] += by * lengths[view]
  }
}
