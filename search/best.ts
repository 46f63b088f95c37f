export interface Scored {
  slot: number
  score: number
}

/** Keeps the best so many of what it is offered, without sorting the rest: a heap with the worst of them on top. Of equal scores the lower slot is the better. */
export class Best {
  #slots: number[] = []
  #scores: number[] = []

  constructor(private readonly limit: number) {}

  /** Whether such a score would be kept now: asked before anything dear is found out about the slot. */
  wants(slot: number, score: number): boolean {
    if (this.#slots.length < this.limit) return this.limit > 0
    return score > this.#scores[0]! || (score === this.#scores[0] && slot < this.#slots[0]!)
  }

  offer(slot: number, score: number): void {
    if (!this.wants(slot, score)) return
    if (this.#slots.length < this.limit) this.#rise(this.#slots.push(slot) - 1, slot, score)
    else this.#sink(slot, score)
  }

  /** Best first. */
  sorted(): Scored[] {
    return this.#slots
      .map((slot, at) => ({ slot, score: this.#scores[at]! }))
      .sort((x, y) => y.score - x.score || x.slot - y.slot)
  }

  #worse(at: number, slot: number, score: number): boolean {
    return this.#scores[at]! < score || (this.#scores[at] === score && this.#slots[at]! > slot)
  }

  #put(at: number, slot: number, score: number): void {
    this.#slots[at] = slot
    this.#scores[at] = score
  }

  #rise(from: number, slot: number, score: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#worse(above, slot, score)) break
      this.#put(at, this.#slots[above]!, this.#scores[above]!)
      at = above
    }
    this.#put(at, slot, score)
  }

  /** In the place of the worst. */
  #sink(slot: number, score: number): void {
    const size = this.#slots.length
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#worse(below + 1, this.#slots[below]!, this.#scores[below]!)) below += 1
      if (!this.#worse(below, slot, score)) break
      this.#put(at, this.#slots[below]!, this.#scores[below]!)
      at = below
    }
    this.#put(at, slot, score)
  }
}
