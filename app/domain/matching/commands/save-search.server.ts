import { eq } from 'drizzle-orm'
import { person, savedSearch } from '#db/schema'
import { command } from '../../command/command'
import { signedIn } from '../../kernel/actor'
import { invalid, notAllowed, notSignedIn } from '../../kernel/errors'
import { savedPlace } from '../saved-lists.server'
import { mostSaved, savedAt } from '../saved-searches.server'
import { saveSearchInput } from '../schema'

/** Keeps a search of a list under a name. The person is locked, so that the limit holds. Refusals: too_many_saved. */
export const saveSearch = command('matching.save_search', {
  event: 'matching.search_saved',
  input: saveSearchInput,
  async lock(tx, _input, actor) {
    if (actor.kind === 'person')
      await tx.select({ id: person.id }).from(person).where(eq(person.id, actor.personId)).for('update')
    return null
  },
  allow: signedIn,
  async write({ tx, input: { path: asked, name, alerts }, actor, now }) {
    if (actor.kind !== 'person') throw notSignedIn()
    const place = savedPlace(asked)
    if (!place) throw invalid([{ path: ['path'], message: 'matching.issue.no_such_list' }])
    const { path, list } = place
    const { personId } = actor
    const earlier = await savedAt(tx, personId, path)
    if (!earlier && (await tx.$count(savedSearch, eq(savedSearch.personId, personId))) >= (await mostSaved(tx)))
      throw notAllowed('matching.refusal.too_many_saved')
    // One that was not watched begins anew.
    const watched = earlier && earlier.alerts !== 'none' ? {} : { watchedSince: now, known: null }
    const [saved] = await tx
      .insert(savedSearch)
      .values({ personId, list: list.definition.path, path, name, alerts, watchedSince: now })
      .onConflictDoUpdate({ target: [savedSearch.personId, savedSearch.path], set: { name, alerts, ...watched } })
      .returning({ id: savedSearch.id })
    const { id } = saved!
    return { answer: { id }, subject: { type: 'saved_search', id }, after: { list: list.definition.path, alerts } }
  },
})
