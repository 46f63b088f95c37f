import type { MemberRole, OrganizationKind, OrganizationState, StaffRole } from '#db/schema'
import { type Decision, hidden, no, yes } from './decision'

/** The organisation that a person acts for at the moment. */
export interface ActingOrganization {
  id: string
  name: string
  kind: OrganizationKind
  state: OrganizationState
  code: string
  controller: string | null
  role: MemberRole
}

export interface PersonActor {
  kind: 'person'
  personId: string
  name: string
  organization: ActingOrganization | null
  staff: ReadonlySet<StaffRole>
  /** Set when the person came with an API token: which commands the token may fire; `*` is all that the person may do. */
  token: { id: string; scopes: readonly string[] } | null
}

export interface Visitor {
  kind: 'visitor'
}

/** The clock fires due transitions; the worker does what jobs ask. Neither can be reached from outside. */
export interface SystemActor {
  kind: 'clock' | 'worker'
}

export type Actor = Visitor | PersonActor | SystemActor

export const visitor: Visitor = { kind: 'visitor' }
export const clockActor: SystemActor = { kind: 'clock' }
export const workerActor: SystemActor = { kind: 'worker' }

export const isStaff = (actor: Actor, ...roles: StaffRole[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.staff.has(role))

/** Acts for this organisation, in a role that may write. */
export const writesFor = (actor: Actor, organizationId: string): boolean =>
  actor.kind === 'person' && actor.organization?.id === organizationId && actor.organization.role !== 'viewer'

/** Acts for this organisation in any role. */
export const belongsTo = (actor: Actor, organizationId: string): boolean =>
  actor.kind === 'person' && actor.organization?.id === organizationId

export const anyone = (): Decision => yes

export const signedIn = (actor: Actor): Decision => (actor.kind === 'person' ? yes : no('errors.refusal.not_signed_in'))

export const onlyStaff =
  (...roles: StaffRole[]) =>
  (actor: Actor): Decision =>
    isStaff(actor, ...roles) ? yes : actor.kind === 'visitor' ? no('errors.refusal.not_signed_in') : hidden

export const onlyClock = (actor: Actor): Decision => (actor.kind === 'clock' ? yes : hidden)
export const onlyWorker = (actor: Actor): Decision => (actor.kind === 'worker' ? yes : hidden)

/** A signed-in person who acts for some organisation and may write for it. */
export function memberWhoWrites(actor: Actor): Decision {
  if (actor.kind !== 'person') return no('errors.refusal.not_signed_in')
  if (!actor.organization) return no('errors.refusal.no_organization')
  return actor.organization.role === 'viewer' ? no('errors.refusal.viewer') : yes
}

/** As {@link memberWhoWrites}, for an organisation that a reviewer has verified. Source: DESIGN 5, identity. */
export function verifiedMember(actor: Actor): Decision {
  const writes = memberWhoWrites(actor)
  if (!writes.yes) return writes
  return actor.kind === 'person' && actor.organization?.state === 'verified' ? yes : no('errors.refusal.not_verified')
}
