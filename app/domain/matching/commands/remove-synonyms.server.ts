import { eq } from 'drizzle-orm'
import { synonymGroup } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { keepsSynonyms } from '../access'
import { RemoveSynonymsInput } from '../schema'
import { lockedSynonyms } from '../synonyms.server'

/** Takes a group of words away; its event keeps them. */
export const removeSynonyms = command('matching.remove_synonyms', {
  event: 'matching.synonyms_removed',
  input: RemoveSynonymsInput,
  lock: (tx, input) => lockedSynonyms(tx, input.id),
  allow: (actor) => keepsSynonyms(actor),
  async write({ tx, subject: before }) {
    if (!before) throw notFound()
    await tx.delete(synonymGroup).where(eq(synonymGroup.id, before.id))
    return {
      answer: { id: before.id },
      subject: { type: 'synonym_group', id: before.id },
      before: { words: before.words, note: before.note, active: before.active },
    }
  },
})
