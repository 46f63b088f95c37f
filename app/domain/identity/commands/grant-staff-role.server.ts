import { eq } from 'drizzle-orm'
import { person, session, staffRole } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { mayGrantRole } from '../access'
import { GrantStaffRoleInput } from '../schema'

/**
 * The system administrator gives a staff role to somebody else. The person's sessions end: with other rights comes another
 * session. Refusals: own_role; others do not learn that the command exists.
 */
export const grantStaffRole = command('identity.grant_staff_role', {
  event: 'identity.staff_role_granted',
  input: GrantStaffRoleInput,
  async lock(tx, input) {
    const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.id, input.person_id)).for('update')
    return found ?? null
  },
  allow: mayGrantRole,
  async write({ tx, subject, input }) {
    if (!subject) throw notFound()
    const rolesOf = async () =>
      (await tx.select({ role: staffRole.role }).from(staffRole).where(eq(staffRole.personId, subject.id)))
        .map((each) => each.role)
        .sort()
    const before = await rolesOf()
    await tx.insert(staffRole).values({ personId: subject.id, role: input.role }).onConflictDoNothing()
    await tx.delete(session).where(eq(session.userId, subject.id))
    return {
      answer: { roles: await rolesOf() },
      subject: { type: 'person', id: subject.id },
      before: { roles: before },
      after: { roles: await rolesOf() },
    }
  },
})
