import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { person } from '#db/schema'
import { translator } from '~/i18n/translate'
import { hashPassword } from '~/services/auth/passwords.server'
import { command, nothing } from '../../command/command'
import { maySignIn } from '../access'
import { keepMail } from '~/services/mail/mail.server'
import { SignUpInput } from '../schema'

/**
 * Asks for an account. Answer, work and time are the same for a new and a known address; only the mail tells which it was, and
 * only its owner reads that. Source: TRUST T11.
 */
export const signUp = command('identity.sign_up', {
  event: 'identity.sign_up_received',
  input: SignUpInput,
  lock: nothing,
  allow: maySignIn,
  async write({ tx, input }) {
    const passwordHash = await hashPassword(input.password)
    const [made] = await tx
      .insert(person)
      .values({ id: randomUUID(), email: input.email, name: input.name, passwordHash, locale: input.locale })
      .onConflictDoNothing()
      .returning({ id: person.id })
    const [found] = await tx
      .select({ id: person.id, locale: person.locale, name: person.name })
      .from(person)
      .where(eq(sql`lower(${person.email})`, input.email))
    if (!found) throw new Error('an account that was just made is not there')
    const t = translator(found.locale)
    await keepMail(tx, {
      to: input.email,
      locale: found.locale,
      subject: t(made ? 'identity.mail.welcome_subject' : 'identity.mail.known_subject'),
      body: t(made ? 'identity.mail.welcome' : 'identity.mail.known', { name: found.name }),
    })
    return {
      answer: { received: true },
      subject: { type: 'person', id: found.id },
      after: { outcome: made ? 'account_made' : 'address_known' },
    }
  },
})
