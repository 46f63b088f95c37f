import type { Actor } from '../kernel/actor'
import { isStaff } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'

/** Signing in and up is done with a form by whoever sits there; a token needs neither, and must not try passwords. */
export const maySignIn = (actor: Actor): Decision =>
  actor.kind === 'visitor' || (actor.kind === 'person' && !actor.token) ? yes : hidden

/** What only the person does, never a token in their name: ending the session, making tokens. */
export function inPerson(actor: Actor): Decision {
  if (actor.kind !== 'person') return no('errors.refusal.not_signed_in')
  return actor.token ? no('identity.refusal.not_by_token') : yes
}

/** One's own token, by oneself. Somebody else's does not exist. */
export function mayRevoke(actor: Actor, token: { personId: string } | null): Decision {
  if (actor.kind !== 'person') return no('errors.refusal.not_signed_in')
  return token?.personId === actor.personId ? yes : hidden
}

/** The system administrator gives staff roles, to others. Source: DESIGN 5, administrators split three ways. */
export function mayGrantRole(actor: Actor, person: { id: string } | null): Decision {
  if (actor.kind === 'visitor') return no('errors.refusal.not_signed_in')
  if (actor.kind !== 'person' || !isStaff(actor, 'system_administrator') || !person) return hidden
  return person.id === actor.personId ? no('identity.refusal.own_role') : yes
}
