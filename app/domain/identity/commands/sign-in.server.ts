import { eq, sql } from 'drizzle-orm'
import { person } from '#db/schema'
import { passwordFits } from '~/services/auth/passwords.server'
import { command, nothing } from '../../command/command'
import { DomainError } from '../../kernel/errors'
import { maySignIn } from '../access'
import { SignInInput } from '../schema'

/**
 * Checks a password. Unknown address and wrong password are one refusal and take the same time. Whoever fires it counts the
 * attempts first (a refused command leaves nothing behind) and opens the session after.
 */
export const signIn = command('identity.sign_in', {
  event: 'identity.signed_in',
  input: SignInInput,
  lock: nothing,
  allow: maySignIn,
  async write({ tx, input }) {
    const [found] = await tx
      .select({ id: person.id, passwordHash: person.passwordHash })
      .from(person)
      .where(eq(sql`lower(${person.email})`, input.email))
    const fits = await passwordFits(found?.passwordHash ?? null, input.password)
    if (!found || !fits) throw new DomainError('invalid', 'identity.refusal.sign_in')
    return { answer: { person_id: found.id }, subject: { type: 'person', id: found.id } }
  },
})
