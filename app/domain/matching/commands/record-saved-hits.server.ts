import { and, eq, inArray, ne } from 'drizzle-orm'
import { savedSearch, savedSearchHit } from '#db/schema'
import { command } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { notFound } from '../../kernel/errors'
import { notify } from '../../notification/notify.server'
import { recordSavedHitsInput } from '../schema'
import { searchDocumentOf } from '../sources.server'
import { withRoomToday } from '../told-today.server'

const folders = { challenge: '/challenges', achievement: '/achievements', capability: '/capabilities' } as const

/**
 * Keeps that saved searches found something, and tells their people, once per search and thing. Read anew: what is no longer public
 * is not told. Repeated, it keeps and tells nothing. Refusals: not_found.
 */
export const recordSavedHits = command('matching.record_saved_hits', {
  event: 'matching.saved_hits_recorded',
  by: 'worker',
  input: recordSavedHitsInput,
  lock: (tx, input) => searchDocumentOf(tx, input.kind, input.id),
  allow: onlyWorker,
  async write({ tx, input: { kind, id, saved_searches }, subject: document, now }) {
    if (!document) throw notFound()
    const searches = await tx
      .select({
        id: savedSearch.id,
        personId: savedSearch.personId,
        name: savedSearch.name,
        alerts: savedSearch.alerts,
      })
      .from(savedSearch)
      .where(and(inArray(savedSearch.id, saved_searches), ne(savedSearch.alerts, 'none')))
      .orderBy(savedSearch.id)
      .for('update')
    let told = 0
    for (const { id: savedSearchId, personId, name, alerts } of searches) {
      const [kept] = await tx
        .insert(savedSearchHit)
        .values({ savedSearchId, thingId: id, foundAt: now })
        .onConflictDoNothing()
        .returning({ id: savedSearchHit.savedSearchId })
      if (!kept || !(await withRoomToday(tx, [personId], now)).has(personId)) continue
      await notify(tx, {
        kind: 'saved_search_found',
        to: { personId },
        subject: { type: 'saved_search', id: savedSearchId, number: document.number },
        params: { name, title: document.title, number: document.number ?? '' },
        path: `${folders[kind]}/${document.number}`,
        recordedAt: now,
        onceKey: `saved:${savedSearchId}:${id}`,
        mail: alerts === 'none' ? 'digest' : alerts,
      })
      await tx
        .update(savedSearchHit)
        .set({ toldAt: now })
        .where(and(eq(savedSearchHit.savedSearchId, savedSearchId), eq(savedSearchHit.thingId, id)))
      told += 1
    }
    return { answer: { told }, subject: { type: kind, id } }
  },
})
