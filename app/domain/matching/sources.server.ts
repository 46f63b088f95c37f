import { achievementDocument } from '../achievement/queries.server'
import { capabilityDocument } from '../capability/queries.server'
import { searchDocumentOf as challengeDocument } from '../challenge/queries.server'
import type { Queryable } from '#db/client'
import type { SearchDocument } from '#search/document'

type Source = (db: Queryable, id: string) => Promise<SearchDocument | null>

/** Where each kind of document comes from. */
const sources: Record<SearchDocument['kind'], Source> = {
  challenge: challengeDocument,
  achievement: achievementDocument,
  capability: capabilityDocument,
}

/** What search may know of a thing at this moment; null when it must not be found. */
export const searchDocumentOf = (
  db: Queryable,
  kind: SearchDocument['kind'],
  id: string,
): Promise<SearchDocument | null> => sources[kind](db, id)
