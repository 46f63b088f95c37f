import { command, nothing } from '../../command/command'
import { inPerson } from '../access'
import { NoInput } from '../schema'

/** Leaves. Whoever fires it ends the session. Refusals: not_signed_in, not_by_token. */
export const signOut = command('identity.sign_out', {
  event: 'identity.signed_out',
  input: NoInput,
  lock: nothing,
  allow: inPerson,
  async write({ actor }) {
    if (actor.kind !== 'person') throw new Error('only a person signs out')
    return { answer: { left: true }, subject: { type: 'person', id: actor.personId } }
  },
})
