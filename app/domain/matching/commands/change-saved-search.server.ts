import { eq } from 'drizzle-orm'
import { savedSearch } from '#db/schema'
import { command } from '../../command/command'
import { mayChangeSaved } from '../access'
import { lockedSavedSearch } from '../saved-searches.server'
import { changeSavedSearchInput } from '../schema'

/** Renames a kept search, or has it tell otherwise. What came while it told nothing is not told later. */
export const changeSavedSearch = command('matching.change_saved_search', {
  event: 'matching.saved_search_changed',
  input: changeSavedSearchInput,
  lock: (tx, input) => lockedSavedSearch(tx, input.id),
  allow: mayChangeSaved,
  async write({ tx, input: { id, name, alerts }, subject: before, now }) {
    const begins = before!.alerts === 'none' && alerts !== 'none'
    await tx
      .update(savedSearch)
      .set({ name, alerts, ...(begins ? { watchedSince: now, known: null } : {}) })
      .where(eq(savedSearch.id, id))
    return {
      answer: { id },
      subject: { type: 'saved_search', id },
      before: { alerts: before!.alerts },
      after: { alerts },
    }
  },
})
