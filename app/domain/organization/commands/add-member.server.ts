import { eq, sql } from 'drizzle-orm'
import { membership, person } from '#db/schema'
import { translator } from '~/i18n/translate'
import { lifecycleCommand } from '../../command/command'
import { keepMail } from '~/services/mail/mail.server'
import { mayOwn } from '../access'
import { organizationLifecycle } from '../lifecycle.server'
import { AddMemberInput } from '../schema'

/**
 * The owner adds a person by the address of their account. The answer is the same whether there is such an account: an address
 * without one gets a mail that says how to join, a person is told by what follows. Somebody who is a member already keeps their role. Refusals: not_owner, viewer.
 */
export const addMember = lifecycleCommand('organization.add_member', {
  event: 'organization.member_added',
  input: AddMemberInput,
  of: organizationLifecycle,
  id: (input) => input.id,
  states: ['draft', 'submitted', 'returned', 'verified'],
  allow: mayOwn,
  async write({ tx, input, subject }) {
    const [known] = await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(sql`lower(${person.email})`, input.email))
    if (known) {
      await tx
        .insert(membership)
        .values({ personId: known.id, organizationId: input.id, role: input.role })
        .onConflictDoNothing()
    } else {
      const t = translator('zh-CN')
      await keepMail(tx, {
        to: input.email,
        subject: t('organization.mail.invited_subject', { organization: subject.name }),
        body: t('organization.mail.invited', { organization: subject.name }),
        locale: 'zh-CN',
      })
    }
    return { answer: { received: true } }
  },
})
