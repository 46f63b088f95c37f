import type { SearchDocument, Target } from '../document'
import { judgeAll, readListing, type ReadListing, type TargetVerdict } from '../quantity/index'
import type { Candidate } from './candidates'
import { documentFeatures, headingFactor, type DocumentFeatures, type PhraseQuery } from './features'
import type { MatchQuery, PreparedQuery } from './query'
import { factors } from './weights'

export interface Ranked {
  candidate: Candidate
  document: SearchDocument
  features: DocumentFeatures
  /** The challenge's targets: the query's, or the document's when challenges are sought. */
  targets: readonly Target[]
  verdicts: TargetVerdict[]
  sameField: boolean
  /** By words and pairs alone. */
  wordScore: number
  /** What the word score is multiplied with. */
  factor: number
  score: number
}

/** Words and pairs, times heading and field, times what the figures say. */
export function rank(
  prepared: PreparedQuery,
  phrases: PhraseQuery,
  candidate: Candidate,
  document: SearchDocument,
): Ranked {
  const targets = prepared.sought === 'challenges' ? document.targets : prepared.targets
  const verdicts = judgeListing(targets, prepared.sought === 'challenges' ? prepared.query : document)
  const features = documentFeatures(phrases, document)
  const sameField = !!prepared.query.field && prepared.query.field === document.field
  const wordScore = candidate.lexical.total + features.pairs.reduce((sum, { weight }) => sum + weight, 0)
  const factor = headingFactor(features) * (sameField ? 1 + factors.sameField : 1) * satisfaction(targets, verdicts)
  const ranking = { candidate, document, features, targets, verdicts, sameField }
  return { ...ranking, wordScore, factor, score: wordScore * factor }
}

const read = new WeakMap<SearchDocument | MatchQuery, ReadListing>()

/** What a listing states is read once per object. */
function facts(listing: SearchDocument | MatchQuery): ReadListing {
  let known = read.get(listing)
  if (!known) {
    known = readListing({ metrics: listing.metrics ?? [], text: `${listing.title ?? ''}\n${listing.text}` })
    read.set(listing, known)
  }
  return known
}

/** The targets held against a listing, in order. */
export function judgeListing(targets: readonly Target[], listing: SearchDocument | MatchQuery): TargetVerdict[] {
  return targets.length === 0 ? [] : judgeAll(targets, facts(listing))
}

/** How well the figures fit, as a factor. */
function satisfaction(targets: readonly Target[], verdicts: readonly TargetVerdict[]): number {
  let factor = 1
  for (const [at, { verdict }] of verdicts.entries()) {
    factor *= factors.targets[targets[at]?.must ? 'must' : 'wish'][verdict]
  }
  return factor
}
