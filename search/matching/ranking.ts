import type { SearchDocument, Target } from '../document'
import { judgeAll, type TargetVerdict } from '../quantity/index'
import type { Candidate } from './candidates'
import type { PreparedQuery } from './query'
import { factors } from './weights'

export interface Ranked {
  candidate: Candidate
  document: SearchDocument
  /** The challenge's targets: the query's, or the document's when challenges are sought. */
  targets: readonly Target[]
  verdicts: TargetVerdict[]
  sameField: boolean
  score: number
}

/** Words times field times what the figures say. */
export function rank(prepared: PreparedQuery, candidate: Candidate, document: SearchDocument): Ranked {
  const targets = prepared.sought === 'challenges' ? document.targets : prepared.targets
  const verdicts = judge(prepared, targets, document)
  const sameField = !!prepared.query.field && prepared.query.field === document.field
  const score = candidate.lexical.total * (sameField ? factors.sameField : 1) * satisfaction(targets, verdicts)
  return { candidate, document, targets, verdicts, sameField, score }
}

function judge(prepared: PreparedQuery, targets: readonly Target[], document: SearchDocument): TargetVerdict[] {
  if (targets.length === 0) return []
  const listing = prepared.sought === 'challenges' ? prepared.query : document
  return judgeAll([...targets], {
    title: listing.title ?? '',
    text: listing.text,
    metrics: [...(listing.metrics ?? [])],
  })
}

/** How well the figures fit, as a factor. */
function satisfaction(targets: readonly Target[], verdicts: readonly TargetVerdict[]): number {
  const table = { met: factors.targetMet, missed: factors.targetMissed, unknown: factors.targetUnknown }
  let factor = 1
  for (const [at, { verdict }] of verdicts.entries()) factor *= table[verdict][targets[at]?.must ? 'must' : 'wish']
  return factor
}
