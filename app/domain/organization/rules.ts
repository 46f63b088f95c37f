import type { OrganizationState } from '#db/schema'
import { type Decision, no, yes } from '../kernel/decision'
import type { StateTable } from '../kernel/states'

export type OrganizationEvent = 'submit' | 'verify' | 'return'

/** What the rules read of an organisation. */
export interface OrganizationFacts {
  id: string
  state: OrganizationState
  contactName: string
  contactPhone: string
}

/** Before a reviewer looks, there must be somebody to ask. */
export const hasContact = (organization: OrganizationFacts): Decision =>
  organization.contactName && organization.contactPhone ? yes : no('organization.refusal.no_contact')

/** The life of an organisation. Source: DESIGN 5, identity and organisations. */
export const organizationLife: StateTable<OrganizationState, OrganizationEvent, OrganizationFacts> = {
  draft: { submit: { to: 'submitted', by: 'owner', guard: hasContact } },
  submitted: {
    verify: { to: 'verified', by: 'reviewer' },
    return: { to: 'returned', by: 'reviewer' },
  },
  returned: { submit: { to: 'submitted', by: 'owner', guard: hasContact } },
  verified: {},
  suspended: {},
}

/** States in which the facts may be edited. */
export const editableStates = ['draft', 'returned'] as const satisfies readonly OrganizationState[]

/** Who controls an organisation: a credit code or a name, as its owner stated it. */
export interface Controlled {
  code: string
  controller: string | null
}

const plainName = (name: string | null): string | null =>
  name?.normalize('NFKC').replace(/\s/g, '').toUpperCase() || null

/**
 * Whether two organisations are related parties: the same one, the same controller, or one controls the other.
 * Source: RULES 6, "no related party among the bidders (same controller, parent and subsidiary)".
 */
export function areRelated(one: Controlled, other: Controlled): boolean {
  const first = plainName(one.controller)
  const second = plainName(other.controller)
  return one.code === other.code || (first !== null && first === second) || first === other.code || second === one.code
}
