/** Term frequencies above this are counted as this. */
const maximalCount = 255

interface Postings {
  slots: Uint32Array
  counts: Uint8Array
  size: number
}

/** An inverted index in typed arrays: term → (slot, count). Slots are given out once, ascending; deleting is the caller's tombstone. */
export class PostingLists {
  #lists = new Map<string, Postings>()

  add(slot: number, term: string, count: number): void {
    let list = this.#lists.get(term)
    if (!list) {
      list = { slots: new Uint32Array(2), counts: new Uint8Array(2), size: 0 }
      this.#lists.set(term, list)
    }
    if (list.size === list.slots.length) {
      const slots = new Uint32Array(list.size * 2)
      const counts = new Uint8Array(list.size * 2)
      slots.set(list.slots)
      counts.set(list.counts)
      list.slots = slots
      list.counts = counts
    }
    list.slots[list.size] = slot
    list.counts[list.size] = Math.min(count, maximalCount)
    list.size += 1
  }

  /** Postings of a term, dead slots included. */
  get(term: string): { slots: Uint32Array; counts: Uint8Array; size: number } | undefined {
    return this.#lists.get(term)
  }

  /** A copy without dead slots; `renumbered[slot]` is the new number or -1. */
  compacted(renumbered: Int32Array): PostingLists {
    const fresh = new PostingLists()
    for (const [term, list] of this.#lists) {
      for (let i = 0; i < list.size; i++) {
        const slot = renumbered[list.slots[i]!]!
        if (slot >= 0) fresh.add(slot, term, list.counts[i]!)
      }
    }
    return fresh
  }
}
