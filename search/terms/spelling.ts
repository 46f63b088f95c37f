/** Letters alone, so that al2o3 never becomes al2o5, and long enough for one wrong letter to leave no doubt. */
const latinWord = /(?<![a-z0-9])[a-z]{5,40}(?![a-z0-9])/gi

/** One letter more, less or different, or two neighbours swapped. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let tail = 0
  while (tail < a.length - from && tail < b.length - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [left, right] = [a.slice(from, a.length - tail), b.slice(from, b.length - tail)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

export interface Correction {
  from: string
  to: string
}

/** The query with each unknown Latin word made the commonest known one that is one edit away. `known`: word → documents. */
export function correctedQuery(
  q: string,
  known: ReadonlyMap<string, number>,
): { q: string; corrections: Correction[] } {
  const corrections: Correction[] = []
  const corrected = q.replace(latinWord, (typed) => {
    const to = nearest(typed.toLowerCase(), known)
    if (to === null) return typed
    corrections.push({ from: typed, to })
    return to
  })
  return { q: corrected, corrections }
}

function nearest(word: string, known: ReadonlyMap<string, number>): string | null {
  if (known.has(word)) return null
  let best: string | null = null
  let most = 0
  for (const [each, documents] of known) {
    if (documents > most && oneEditApart(word, each)) {
      best = each
      most = documents
    }
  }
  return best
}
