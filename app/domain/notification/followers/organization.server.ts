import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { achievement, capability, membership, organization, person } from '#db/schema'
import type { NotificationKind } from '../kinds'
import { staffApartFrom, telling } from './telling.server'

const nameOf = async (tx: Tx, id: string): Promise<string> => {
  const [row] = await tx.select({ name: organization.name }).from(organization).where(eq(organization.id, id))
  return row?.name ?? ''
}

/** A draft organisation is not public: reviewers are told that one waits, not which. */
export const tellToVerify = telling(async (tell, event, tx) => {
  const { id } = event.subject
  for (const personId of await staffApartFrom(tx, 'reviewer', id)) {
    await tell({
      kind: 'organization_to_review',
      to: { personId },
      subject: { type: 'organization', id },
      params: {},
      path: '/admin/organizations',
    })
  }
})

const tellMembers = (kind: NotificationKind) =>
  telling(async (tell, event, tx) => {
    const { id } = event.subject
    await tell({
      kind,
      to: { organizationId: id },
      subject: { type: 'organization', id },
      params: { organization: await nameOf(tx, id) },
      path: `/workspace/organizations/${id}`,
    })
  })

export const tellVerified = tellMembers('organization_verified')
export const tellOrganizationReturned = tellMembers('organization_returned')

/** Somebody with an account; an address without one gets a letter of its own. Whoever was a member already hears nothing twice. */
export const tellAdded = telling(async (tell, event, tx) => {
  const { id } = event.subject
  const { email } = event.input as { email: string }
  const [added] = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(membership, and(eq(membership.personId, person.id), eq(membership.organizationId, id)))
    .where(eq(sql`lower(${person.email})`, email))
  if (!added) return
  await tell({
    kind: 'member_added',
    to: { personId: added.id, organizationId: id },
    subject: { type: 'organization', id },
    params: { organization: await nameOf(tx, id) },
    path: '/workspace/organizations',
    onceKey: `member_added:${id}`,
  })
})

/** A listing whose validity is over is found no more until it is renewed. */
const tellExpired = (
  table: typeof achievement | typeof capability,
  type: 'achievement' | 'capability',
  under: string,
) =>
  telling(async (tell, event, tx) => {
    const { id } = event.subject
    const [listing] = await tx
      .select({ title: table.title, number: table.number, organizationId: table.organizationId })
      .from(table as typeof achievement)
      .where(eq(table.id, id))
    if (!listing) return
    await tell({
      kind: 'listing_expired',
      to: { organizationId: listing.organizationId },
      subject: { type, id, number: listing.number },
      params: { title: listing.title },
      path: `/workspace/${under}/${id}`,
    })
  })

export const tellAchievementExpired = tellExpired(achievement, 'achievement', 'achievements')
export const tellCapabilityExpired = tellExpired(capability, 'capability', 'capabilities')
