import { diversityWeights } from './weights'

interface Placed {
  score: number
  document: { organizationId: string | null }
}

/**
 * Spreads the listings of one organisation over the pages, so that one lab does not fill the first: of every ten at most
 * three are of one organisation, as long as others are nearly as good. What no organisation is named for stays where it is.
 * @param ranked best first
 */
export function spread<T extends Placed>(ranked: readonly T[]): T[] {
  const { page, ofOne, nearly } = diversityWeights
  const left = [...ranked]
  const placed: T[] = []
  let counts = new Map<string, number>()
  while (left.length > 0) {
    if (placed.length % page === 0) counts = new Map()
    const [best] = left
    const isFull = ({ document: { organizationId } }: T) =>
      !!organizationId && (counts.get(organizationId) ?? 0) >= ofOne
    let at = left.findIndex((each) => !isFull(each))
    if (at < 0 || left[at]!.score < best!.score * nearly) at = 0
    const [next] = left.splice(at, 1)
    placed.push(next!)
    const of = next!.document.organizationId
    if (of) counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return placed
}
