import { eq } from 'drizzle-orm'
import { person } from '#db/schema'
import { command, nothing } from '../../command/command'
import { signedIn } from '../../kernel/actor'
import { SetLanguageInput } from '../schema'

/** A person says in which language mail comes to them; pages follow the browser. Refusals: not_signed_in. */
export const setLanguage = command('identity.set_language', {
  event: 'identity.language_set',
  input: SetLanguageInput,
  lock: nothing,
  allow: signedIn,
  async write({ tx, input, actor }) {
    if (actor.kind !== 'person') throw new Error('allowed without person')
    await tx.update(person).set({ locale: input.locale }).where(eq(person.id, actor.personId))
    return { answer: { locale: input.locale }, subject: { type: 'person', id: actor.personId }, after: { ...input } }
  },
})
