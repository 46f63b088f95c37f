import { and, eq, isNull, lte } from 'drizzle-orm'
import { notification } from '#db/schema'
import { command, nothing } from '../../command/command'
import { signedIn } from '../../kernel/actor'
import { MarkAllReadInput } from '../schema'

/** Everything that a person was told up to a moment counts as read. Refusals: not_signed_in. */
export const markAllRead = command('notification.mark_all_read', {
  event: 'notification.all_read',
  input: MarkAllReadInput,
  lock: nothing,
  allow: signedIn,
  async write({ tx, input, actor, now }) {
    if (actor.kind !== 'person') throw new Error('allowed without person')
    const read = await tx
      .update(notification)
      .set({ readAt: now })
      .where(
        and(
          eq(notification.personId, actor.personId),
          isNull(notification.readAt),
          lte(notification.recordedAt, input.until),
        ),
      )
      .returning({ id: notification.id })
    return {
      answer: { read: read.length },
      subject: { type: 'person', id: actor.personId },
      after: { read: read.length, until: input.until },
    }
  },
})
