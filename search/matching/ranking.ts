import type { SearchDocument, Target } from '../document'
import { judgeAll, type TargetVerdict } from '../quantity/index'
import type { Candidate } from './candidates'
import { statedFacts } from './facts'
import { documentFeatures, headingFactor, type DocumentFeatures, type PhraseQuery } from './features'
import { priorFactor } from './prior'
import type { MatchQuery, PreparedQuery } from './query'
import { satisfaction, satisfactionFactor, type Satisfaction } from './satisfaction'
import { factors, satisfactionWeights } from './weights'

export interface Ranked {
  candidate: Candidate
  document: SearchDocument
  features: DocumentFeatures
  /** The challenge's targets: the query's, or the document's when challenges are sought. */
  targets: readonly Target[]
  verdicts: TargetVerdict[]
  satisfied: Satisfaction
  sameField: boolean
  /** By words, synonyms and pairs alone. */
  wordScore: number
  /** What the word score is multiplied with. */
  factor: number
  score: number
}

/** Words, synonyms and pairs, times heading and field, maturity and freshness, times what the figures say. */
export function rank(
  prepared: PreparedQuery,
  phrases: PhraseQuery,
  candidate: Candidate,
  document: SearchDocument,
  now: number | null = null,
): Ranked {
  const targets = prepared.sought === 'challenges' ? document.targets : prepared.targets
  const verdicts = judgeListing(targets, prepared.sought === 'challenges' ? prepared.query : document)
  const features = documentFeatures(phrases, candidate, document)
  const satisfied = satisfaction(targets, verdicts)
  const sameField = !!prepared.query.field && prepared.query.field === document.field
  const wordScore =
    candidate.lexical +
    features.synonyms.reduce((sum, { part }) => sum + part, 0) +
    features.pairs.reduce((sum, { weight }) => sum + weight, 0)
  const factor =
    headingFactor(features) *
    (sameField ? 1 + factors.sameField : 1) *
    priorFactor(document, now) *
    targetFactor(prepared, satisfied, targets.length)
  const ranking = { candidate, document, features, targets, verdicts, satisfied, sameField }
  return { ...ranking, wordScore, factor, score: wordScore * factor }
}

/** The targets held against a listing, in order. */
export function judgeListing(targets: readonly Target[], listing: SearchDocument | MatchQuery): TargetVerdict[] {
  return targets.length === 0 ? [] : judgeAll(targets, statedFacts(listing))
}

/** What the figures say, as a factor. */
function targetFactor(prepared: PreparedQuery, given: Satisfaction, count: number): number {
  if (count === 0) return prepared.sought === 'challenges' ? factors.noTargets : 1
  return satisfactionFactor(given, satisfactionWeights) ** prepared.targetTrust
}
