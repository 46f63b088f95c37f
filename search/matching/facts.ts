import { readListing, type ReadListing } from '../quantity/index'
import type { SearchDocument } from '../document'
import type { MatchQuery } from './query'

/** So many listings are remembered: those that match much are met again and again. Some ten kilobytes each. */
const mostKept = 2000

interface Kept {
  text: string
  metrics: string
  facts: ReadListing
}

/** By document id, the longest unused first. */
const kept = new Map<string, Kept>()

/**
 * What a listing states. Reading it takes longer than holding it against targets, and every match reads its documents anew;
 * so it is remembered under the document's id, for as long as the document says the same.
 */
export function statedFacts(listing: SearchDocument | MatchQuery): ReadListing {
  const text = `${listing.title ?? ''}\n${listing.text}`
  const metrics = listing.metrics ?? []
  if (!('id' in listing)) return readListing({ metrics, text })
  const written = JSON.stringify(metrics)
  let known = kept.get(listing.id)
  kept.delete(listing.id)
  if (known?.text !== text || known.metrics !== written)
    known = { text, metrics: written, facts: readListing({ metrics, text }) }
  kept.set(listing.id, known)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return known.facts
}
