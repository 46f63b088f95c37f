import { eq } from 'drizzle-orm'
import { notification } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { mayHandle } from '../access'
import { MarkReadInput } from '../schema'

/** A person has read what they were told; a second time changes nothing. Somebody else's is not found. */
export const markRead = command('notification.mark_read', {
  event: 'notification.read',
  input: MarkReadInput,
  async lock(tx, input) {
    const [row] = await tx
      .select({ id: notification.id, personId: notification.personId, readAt: notification.readAt })
      .from(notification)
      .where(eq(notification.id, input.id))
      .for('update')
    return row ?? null
  },
  allow: mayHandle,
  async write({ tx, subject, now }) {
    if (!subject) throw notFound()
    const readAt = subject.readAt ?? now
    await tx.update(notification).set({ readAt }).where(eq(notification.id, subject.id))
    return {
      answer: { id: subject.id },
      subject: { type: 'notification', id: subject.id },
      before: { read_at: subject.readAt },
      after: { read_at: readAt },
    }
  },
})
