import { and, eq, inArray, sql } from 'drizzle-orm'
import { notificationPreference } from '#db/schema'
import type { MailWish } from '#db/schema'
import { command, nothing } from '../../command/command'
import { signedIn } from '../../kernel/actor'
import { type NotificationKind, usualMail } from '../kinds'
import { SetPreferencesInput } from '../schema'

/** A person says for which kinds mail comes at once, once a day or not at all. Only what departs from the usual is kept. */
export const setPreferences = command('notification.set_preferences', {
  event: 'notification.preferences_set',
  input: SetPreferencesInput,
  lock: nothing,
  allow: signedIn,
  async write({ tx, input, actor }) {
    if (actor.kind !== 'person') throw new Error('allowed without person')
    const { personId } = actor
    const said = Object.entries(input.mail).filter(
      (each): each is [NotificationKind, MailWish] => each[1] !== undefined,
    )
    const own = said.filter(([kind, wish]) => wish !== usualMail(kind))
    const usual = said.filter(([kind, wish]) => wish === usualMail(kind)).map(([kind]) => kind)
    if (usual.length > 0) {
      await tx
        .delete(notificationPreference)
        .where(and(eq(notificationPreference.personId, personId), inArray(notificationPreference.kind, usual)))
    }
    if (own.length > 0) {
      await tx
        .insert(notificationPreference)
        .values(own.map(([kind, mail]) => ({ personId, kind, mail })))
        .onConflictDoUpdate({
          target: [notificationPreference.personId, notificationPreference.kind],
          set: { mail: sql`excluded.mail` },
        })
    }
    return { answer: { set: said.length }, subject: { type: 'person', id: personId }, after: Object.fromEntries(own) }
  },
})
