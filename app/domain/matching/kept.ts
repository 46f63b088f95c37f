/** Reads something once and keeps it for a while; calls at the same time share one reading, and a failed one is not kept. */
export function kept<T>(read: () => Promise<T>, forMs: number, now: () => number = Date.now): () => Promise<T> {
  let held: { value: Promise<T>; until: number } | null = null
  return () => {
    if (held && now() < held.until) return held.value
    const mine = { value: read(), until: now() + forMs }
    held = mine
    mine.value.catch(() => {
      if (held === mine) held = null
    })
    return mine.value
  }
}
