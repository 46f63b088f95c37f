import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { apiToken, membership, organization, person, staffRole } from '#db/schema'
import type { ActingOrganization, PersonActor } from '../kernel/actor'

/** The organisations a person belongs to, in the order of joining. */
export async function organizationsOf(db: Queryable, personId: string): Promise<ActingOrganization[]> {
  return db
    .select({
      id: organization.id,
      name: organization.name,
      kind: organization.kind,
      state: organization.state,
      code: organization.code,
      controller: organization.controller,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(eq(membership.personId, personId))
    .orderBy(asc(membership.createdAt), asc(organization.id))
}

/** The person as an actor, acting for the wanted organisation where they belong to it, else for their first; null when there is no such person. */
export async function personActor(
  db: Queryable,
  personId: string,
  wantedOrganizationId: string | null,
  token: PersonActor['token'] = null,
): Promise<PersonActor | null> {
  const [found] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId))
  if (!found) return null
  const organizations = await organizationsOf(db, personId)
  const staff = await db.select({ role: staffRole.role }).from(staffRole).where(eq(staffRole.personId, personId))
  return {
    kind: 'person',
    personId,
    name: found.name,
    organization: organizations.find((each) => each.id === wantedOrganizationId) ?? organizations[0] ?? null,
    staff: new Set(staff.map((each) => each.role)),
    token,
  }
}

/** The actor behind an API token's SHA-256 (hex); null when it is unknown, revoked or over (system time). */
export async function tokenActor(db: Queryable, tokenHash: string, at: Date): Promise<PersonActor | null> {
  const [found] = await db
    .select()
    .from(apiToken)
    .where(and(eq(apiToken.tokenHash, tokenHash), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, at)))
  if (!found) return null
  return personActor(db, found.personId, found.organizationId, { id: found.id, scopes: found.scopes })
}
