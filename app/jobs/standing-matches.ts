import { type DocumentKind, type SearchDocument, documentId } from '#search/document'
import { SearchUnavailable } from '#search/engine'
import { workerActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { recordMatchAlerts } from '~/domain/matching/commands/record-match-alerts.server'
import {
  type StandingMatch,
  alertRule,
  challengesNear,
  listingsFor,
  notYetTold,
} from '~/domain/matching/standing.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import type { WorkerContext } from './context'
import { gone } from './gone'

export interface StandingMatchesJob {
  kind: DocumentKind
  id: string
}

/**
 * Tells who has waited for it that something new or changed fits: the listers of a challenge, or the posers of the challenges among
 * whose good matches a listing stands. Reads the thing again: what is no longer public tells nothing. Done again, late or twice it
 * tells nothing more; broken off, it goes on where nothing is noted yet.
 * @throws SearchUnavailable, also while the engine has not been told of the thing.
 */
export async function watchMatches(worker: WorkerContext, { kind, id }: StandingMatchesJob): Promise<void> {
  const document = await searchDocumentOf(worker.db, kind, id)
  if (!document) return
  const search = await worker.search.knowing(documentId(kind, id))
  if (!search) throw new SearchUnavailable('busy', 'the engine has not been told of it yet')
  const now = await businessNow(worker.db)
  const rule = await alertRule(worker.db)
  if (kind === 'challenge') {
    await tell(worker, document, 'for_lister', await listingsFor(search, document, now, rule))
    return
  }
  for (const challenge of await challengesNear(search, document, now, rule)) {
    const matches = await listingsFor(search, challenge, now, rule)
    await tell(
      worker,
      challenge,
      'for_poser',
      matches.filter(({ listing_id }) => listing_id === id),
    )
  }
}

async function tell(
  { db, commands }: WorkerContext,
  challenge: SearchDocument,
  kind: 'for_poser' | 'for_lister',
  found: readonly StandingMatch[],
): Promise<void> {
  const challengeId = challenge.id.slice('challenge-'.length)
  const matches = await notYetTold(db, challengeId, kind, found)
  if (matches.length === 0) return
  await commands
    .run(recordMatchAlerts, { challenge_id: challengeId, kind, matches }, { actor: workerActor })
    .catch(gone)
}
