import { eq } from 'drizzle-orm'
import { savedSearch } from '#db/schema'
import { command } from '../../command/command'
import { mayChangeSaved } from '../access'
import { lockedSavedSearch } from '../saved-searches.server'
import { removeSavedSearchInput } from '../schema'

/** Forgets a kept search with what it has found. */
export const removeSavedSearch = command('matching.remove_saved_search', {
  event: 'matching.saved_search_removed',
  input: removeSavedSearchInput,
  lock: (tx, input) => lockedSavedSearch(tx, input.id),
  allow: mayChangeSaved,
  async write({ tx, input: { id }, subject: before }) {
    await tx.delete(savedSearch).where(eq(savedSearch.id, id))
    return {
      answer: { id },
      subject: { type: 'saved_search', id },
      before: { list: before!.list, alerts: before!.alerts },
    }
  },
})
