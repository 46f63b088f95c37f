/** Counting fewer rows than this is quick: they are counted anew each time. */
const heldFrom = 5_000
const heldForMs = 10_000
const mostHeld = 300

interface Held<T> {
  value: T
  until: number
  again: boolean
}

const held = new WeakMap<object, Map<string, Held<unknown>>>()

/**
 * Counts of long lists are held for ten seconds, and after that once more while they are counted again: at a hundred
 * thousand rows counting costs a hundred times what a page does. The rows themselves are always read anew.
 * @param count tells by `seen` how many rows it looked at
 */
export async function heldCounts<T extends { seen: number }>(
  owner: object,
  key: string,
  count: () => Promise<T>,
  now: () => number = Date.now,
): Promise<T> {
  const all = (held.get(owner) ?? new Map()) as Map<string, Held<T>>
  held.set(owner, all)
  const keep = (value: T): T => {
    all.delete(key)
    if (value.seen >= heldFrom) all.set(key, { value, until: now() + heldForMs, again: false })
    if (all.size > mostHeld) all.delete(all.keys().next().value!)
    return value
  }
  const known = all.get(key)
  if (!known) return keep(await count())
  if (now() >= known.until && !known.again) {
    known.again = true
    count().then(keep, () => (known.again = false))
  }
  return known.value
}
