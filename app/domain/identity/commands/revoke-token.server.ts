import { eq } from 'drizzle-orm'
import { apiToken } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { mayRevoke } from '../access'
import { RevokeTokenInput } from '../schema'

/** Ends an API token of one's own, at once. Revoking twice changes nothing. Somebody else's token is not found. */
export const revokeToken = command('identity.revoke_token', {
  event: 'identity.token_revoked',
  input: RevokeTokenInput,
  async lock(tx, input) {
    const [found] = await tx
      .select({ id: apiToken.id, personId: apiToken.personId, revokedAt: apiToken.revokedAt })
      .from(apiToken)
      .where(eq(apiToken.id, input.id))
      .for('update')
    return found ?? null
  },
  allow: mayRevoke,
  async write({ tx, subject, moment }) {
    if (!subject) throw notFound()
    const revokedAt = subject.revokedAt ?? moment.system
    await tx.update(apiToken).set({ revokedAt }).where(eq(apiToken.id, subject.id))
    return {
      answer: { id: subject.id },
      subject: { type: 'api_token', id: subject.id },
      before: { revoked_at: subject.revokedAt },
      after: { revoked_at: revokedAt },
    }
  },
})
