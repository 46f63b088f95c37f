import { and, eq, isNull } from 'drizzle-orm'
import { savedSearch } from '#db/schema'
import { command } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { notFound } from '../../kernel/errors'
import { lockedSavedSearch } from '../saved-searches.server'
import { noteKnownHitsInput } from '../schema'

/** Notes what a kept search found when watching began, so that only what it finds anew is told. Once; refusals: not_found. */
export const noteKnownHits = command('matching.note_known_hits', {
  event: 'matching.known_hits_noted',
  by: 'worker',
  input: noteKnownHitsInput,
  lock: (tx, input) => lockedSavedSearch(tx, input.id),
  allow: onlyWorker,
  async write({ tx, input: { id, known }, subject }) {
    if (!subject) throw notFound()
    await tx
      .update(savedSearch)
      .set({ known })
      .where(and(eq(savedSearch.id, id), isNull(savedSearch.known)))
    return { answer: {}, subject: { type: 'saved_search', id } }
  },
})
