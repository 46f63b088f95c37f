import { type DocumentKind, documentId } from '#search/document'
import { SearchUnavailable } from '#search/engine'
import { noteKnownHits } from '~/domain/matching/commands/note-known-hits.server'
import { recordSavedHits } from '~/domain/matching/commands/record-saved-hits.server'
import { savedPlace } from '~/domain/matching/saved-lists.server'
import { type Watching, savedSearchById, watchingFor } from '~/domain/matching/saved-searches.server'
import { mostKnown } from '~/domain/matching/schema'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import { workerActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import type { WorkerContext } from './context'
import { gone } from './gone'

export interface SavedSearchesJob {
  kind: DocumentKind
  id: string
  /** Where an earlier part of the same round ended. */
  after?: string
}

const perPart = 200

/**
 * Asks the lists of watched searches whether they show something new or changed, and tells whose do: a part of the searches at a
 * time. Answers where the next part begins, null after the last. Done again, late or twice it tells nothing more.
 * @throws SearchUnavailable, also while the engine has not been told of the thing.
 */
export async function watchSavedSearches(
  worker: WorkerContext,
  { kind, id, after }: SavedSearchesJob,
): Promise<string | null> {
  const { db, commands } = worker
  const document = await searchDocumentOf(db, kind, id)
  if (!document?.number) return null
  const thing = { kind, id, number: document.number, organizationId: document.organizationId }
  const now = await businessNow(db)
  const search = () => knowing(worker, documentId(kind, id))
  const watching = await watchingFor(db, thing, { after: after ?? null, limit: perPart })
  const tell = async (some: readonly Watching[]) => {
    const found: string[] = []
    for (const { id: saved, place } of some) {
      if (await place.list.shows({ db, search, now }, place.params, thing)) found.push(saved)
    }
    if (found.length === 0) return
    await commands.run(recordSavedHits, { kind, id, saved_searches: found }, { actor: workerActor }).catch(gone)
  }
  // What needs no engine is told although the engine may not answer.
  await tell(watching.filter(({ place }) => !place.list.engine))
  await tell(watching.filter(({ place }) => place.list.engine))
  return watching.length < perPart ? null : watching.at(-1)!.id
}

/** Notes what a search finds when watching begins. */
export async function noteKnown(worker: WorkerContext, { id }: { id: string }): Promise<void> {
  const { db, commands } = worker
  const saved = await savedSearchById(db, id)
  const place = saved && saved.alerts !== 'none' && !saved.known ? savedPlace(saved.path) : null
  if (!place) return
  const now = await businessNow(db)
  const known = await place.list.ids({ db, search: () => knowing(worker, null), now }, place.params, mostKnown + 1)
  if (known.length > mostKnown) return
  await commands.run(noteKnownHits, { id, known }, { actor: workerActor }).catch(gone)
}

async function knowing(worker: WorkerContext, document: string | null) {
  const search = await worker.search.knowing(document)
  if (!search) throw new SearchUnavailable('busy', 'the engine has not been told of it yet')
  return search
}
