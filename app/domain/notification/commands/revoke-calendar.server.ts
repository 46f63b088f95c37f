import { eq } from 'drizzle-orm'
import { calendarFeed } from '#db/schema'
import { command } from '../../command/command'
import { notFound } from '../../kernel/errors'
import { mayHandle } from '../access'
import { RevokeCalendarInput } from '../schema'

/** Ends a calendar address of one's own, at once. Revoking twice changes nothing. Somebody else's is not found. */
export const revokeCalendar = command('notification.revoke_calendar', {
  event: 'notification.calendar_revoked',
  input: RevokeCalendarInput,
  async lock(tx, input) {
    const [row] = await tx
      .select({ id: calendarFeed.id, personId: calendarFeed.personId, revokedAt: calendarFeed.revokedAt })
      .from(calendarFeed)
      .where(eq(calendarFeed.id, input.id))
      .for('update')
    return row ?? null
  },
  allow: mayHandle,
  async write({ tx, subject, now }) {
    if (!subject) throw notFound()
    const revokedAt = subject.revokedAt ?? now
    await tx.update(calendarFeed).set({ revokedAt }).where(eq(calendarFeed.id, subject.id))
    return {
      answer: { id: subject.id },
      subject: { type: 'calendar', id: subject.id },
      before: { revoked_at: subject.revokedAt },
      after: { revoked_at: revokedAt },
    }
  },
})
