import { asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import { type MemberRole, type OrganizationState, membership, organization } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type OrganizationEvent, organizationLife } from './rules'
import type { OrganizationInput } from './schema'

/** An organisation with its members: what its rules and its access read. */
export type OrganizationSubject = typeof organization.$inferSelect & {
  members: { personId: string; role: MemberRole }[]
}

const membersOf = (db: Queryable, id: string) =>
  db
    .select({ personId: membership.personId, role: membership.role })
    .from(membership)
    .where(eq(membership.organizationId, id))
    .orderBy(asc(membership.createdAt), asc(membership.personId))

/** The organisation with its members, unlocked; null when there is none. */
export async function readOrganization(db: Queryable, id: string): Promise<OrganizationSubject | null> {
  const [row] = await db.select().from(organization).where(eq(organization.id, id))
  return row ? { ...row, members: await membersOf(db, id) } : null
}

async function lockOrganization(tx: Tx, id: string): Promise<OrganizationSubject | null> {
  const [row] = await tx.select().from(organization).where(eq(organization.id, id)).for('update')
  return row ? { ...row, members: await membersOf(tx, id) } : null
}

export const organizationLifecycle: Lifecycle<OrganizationSubject, OrganizationState, OrganizationEvent> = {
  name: 'organization',
  states: organizationLife,
  lock: lockOrganization,
  async move(tx, id, state, nextEventAt) {
    await tx.update(organization).set({ state, nextEventAt }).where(eq(organization.id, id))
  },
  // Names and phones of people stay in the row, where they can be deleted.
  snapshot: (row) => ({
    state: row.state,
    name: row.name,
    kind: row.kind,
    platform_type: row.platformType,
    level: row.level,
    code: row.code,
    region: row.region,
    party_type: row.partyType,
    controller: row.controller,
    return_reason: row.returnReason,
    members: row.members.map((member) => ({ person_id: member.personId, role: member.role })),
  }),
  // No moment of an organisation comes by itself.
  due: async () => [],
}

/** The columns that an input fills. */
export const columnsOf = (input: OrganizationInput) => ({
  name: input.name,
  kind: input.kind,
  platformType: input.platform_type,
  level: input.level,
  code: input.code,
  region: input.region,
  partyType: input.party_type,
  controller: input.controller,
  introduction: input.introduction,
  contactName: input.contact_name,
  contactPhone: input.contact_phone,
})
