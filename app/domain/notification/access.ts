import { type Actor, signedIn } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'

/** What a person is told, and their calendars, are theirs alone; for anybody else they do not exist. */
export function mayHandle(actor: Actor, own: { personId: string } | null): Decision {
  if (actor.kind !== 'person') return no('errors.refusal.not_signed_in')
  return own?.personId === actor.personId ? yes : hidden
}

/** A calendar of an organisation is for those who belong to it, in any role. */
export function mayMakeCalendar(actor: Actor, isMember: boolean): Decision {
  const in_ = signedIn(actor)
  if (!in_.yes) return in_
  return isMember ? yes : hidden
}
