import { randomBytes } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { calendarFeed, membership } from '#db/schema'
import { command } from '../../command/command'
import { invalid, stale } from '../../kernel/errors'
import { mayMakeCalendar } from '../access'
import { calendarHashOf } from '../calendar.server'
import { mostCalendars } from '../rules'
import { CreateCalendarInput } from '../schema'

/**
 * Makes an address of 256 random bits under which a calendar reads deadlines. The answer holds it, this once.
 * Refusals: not_signed_in, too_many_calendars; an organisation that the person does not belong to is not found.
 */
export const createCalendar = command('notification.create_calendar', {
  event: 'notification.calendar_created',
  input: CreateCalendarInput,
  async lock(tx, input, actor) {
    if (actor.kind !== 'person') return false
    if (input.organization_id === null) return true
    const [member] = await tx
      .select({ personId: membership.personId })
      .from(membership)
      .where(and(eq(membership.personId, actor.personId), eq(membership.organizationId, input.organization_id)))
    return member !== undefined
  },
  allow: mayMakeCalendar,
  async write({ tx, input, actor, now }) {
    if (actor.kind !== 'person') throw invalid([])
    const [row] = await tx
      .select({ live: count() })
      .from(calendarFeed)
      .where(and(eq(calendarFeed.personId, actor.personId), isNull(calendarFeed.revokedAt)))
    if ((row?.live ?? 0) >= mostCalendars)
      throw stale('notification.refusal.too_many_calendars', { most: mostCalendars })
    const token = randomBytes(32).toString('base64url')
    const [made] = await tx
      .insert(calendarFeed)
      .values({
        personId: actor.personId,
        organizationId: input.organization_id,
        tokenHash: calendarHashOf(token),
        locale: input.locale,
        madeAt: now,
      })
      .returning({ id: calendarFeed.id })
    const { id } = made!
    return {
      answer: { id, token },
      subject: { type: 'calendar', id },
      after: { organization_id: input.organization_id },
    }
  },
})
