import { eq } from 'drizzle-orm'
import { synonymGroup } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { keepsSynonyms } from '../access'
import { PutSynonymsInput } from '../schema'
import { lockedSynonyms } from '../synonyms.server'

/** Writes a group of words that say the same, a new one without an id. Matching reads it within half a minute. */
export const putSynonyms = command('matching.put_synonyms', {
  event: 'matching.synonyms_put',
  input: PutSynonymsInput,
  lock: (tx, input) => lockedSynonyms(tx, input.id),
  allow: (actor) => keepsSynonyms(actor),
  async write({ tx, input: { id, ...group }, subject: before }) {
    if (id && !before) throw notFound()
    const [written] = before
      ? await tx
          .update(synonymGroup)
          .set(group)
          .where(eq(synonymGroup.id, before.id))
          .returning({ id: synonymGroup.id })
      : await tx.insert(synonymGroup).values(group).returning({ id: synonymGroup.id })
    return {
      answer: { id: written!.id },
      subject: { type: 'synonym_group', id: written!.id },
      ...(before ? { before: { words: before.words, note: before.note, active: before.active } } : {}),
      after: group,
    }
  },
})
