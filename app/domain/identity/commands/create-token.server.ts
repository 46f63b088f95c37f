import { createHash, randomBytes } from 'node:crypto'
import { apiToken } from '#db/schema'
import { command, nothing } from '../../command/command'
import { inPerson } from '../access'
import { CreateTokenInput } from '../schema'

/** How a token is stored and looked up: SHA-256 as hex, so that a stolen table opens nothing. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Makes an API token of 256 random bits for the person and the organisation they act for. The answer holds the token, this once.
 * Expiry is system time. Refusals: not_signed_in, not_by_token.
 */
export const createToken = command('identity.create_token', {
  event: 'identity.token_created',
  input: CreateTokenInput,
  lock: nothing,
  allow: inPerson,
  async write({ tx, input, actor, moment }) {
    if (actor.kind !== 'person') throw new Error('only a person makes a token')
    const token = `jb_${randomBytes(32).toString('base64url')}`
    const expiresAt = new Date(moment.system.getTime() + input.days * 86_400_000)
    const [made] = await tx
      .insert(apiToken)
      .values({
        personId: actor.personId,
        organizationId: actor.organization?.id ?? null,
        name: input.name,
        tokenHash: tokenHashOf(token),
        scopes: input.scopes,
        expiresAt,
      })
      .returning({ id: apiToken.id })
    const id = made!.id
    return {
      answer: { id, token, expires_at: expiresAt.toISOString() },
      subject: { type: 'api_token', id },
      after: { scopes: input.scopes, expires_at: expiresAt, organization_id: actor.organization?.id ?? null },
    }
  },
})
