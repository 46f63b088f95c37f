import type { MemberRole, OrganizationState } from '#db/schema'
import { type Actor, isStaff } from '../kernel/actor'
import { type Decision, hidden, no, yes } from '../kernel/decision'

/** Who belongs to an organisation, which is what its rules of access read. */
export interface OrganizationWithMembers {
  id: string
  state: OrganizationState
  members: readonly { personId: string; role: MemberRole }[]
}

/** The actor's role in the organisation, whichever one they act for now; a token speaks only for the one it was made for. */
export function roleIn(actor: Actor, organization: OrganizationWithMembers): MemberRole | null {
  if (actor.kind !== 'person') return null
  if (actor.token && actor.organization?.id !== organization.id) return null
  return organization.members.find((member) => member.personId === actor.personId)?.role ?? null
}

/** Members see their organisation; reviewers see what was submitted to them; a draft is nobody else's business. */
export function mayRead(actor: Actor, organization: OrganizationWithMembers): Decision {
  if (actor.kind === 'visitor') return no('errors.refusal.not_signed_in')
  if (roleIn(actor, organization)) return yes
  return isStaff(actor, 'reviewer') && organization.state !== 'draft' ? yes : hidden
}

/** Owners and editors change its facts. */
export function mayEdit(actor: Actor, organization: OrganizationWithMembers): Decision {
  const read = mayRead(actor, organization)
  if (!read.yes) return read
  const role = roleIn(actor, organization)
  if (role === null) return no('organization.refusal.not_member')
  return role === 'viewer' ? no('errors.refusal.viewer') : yes
}

/** Owners decide who belongs to it and hand it in. */
export function mayOwn(actor: Actor, organization: OrganizationWithMembers): Decision {
  const edit = mayEdit(actor, organization)
  if (!edit.yes) return edit
  return roleIn(actor, organization) === 'owner' ? yes : no('organization.refusal.not_owner')
}

/** A reviewer decides, and never about an organisation of their own. Source: DESIGN 5, "nobody reviews what he took part in". */
export function mayReview(actor: Actor, organization: OrganizationWithMembers): Decision {
  if (actor.kind === 'visitor') return no('errors.refusal.not_signed_in')
  if (actor.kind !== 'person' || !isStaff(actor, 'reviewer')) return hidden
  if (organization.members.some((member) => member.personId === actor.personId)) {
    return no('organization.refusal.own_organization')
  }
  return organization.state === 'draft' ? hidden : yes
}
