import { eq, inArray } from 'drizzle-orm'
import { notification, notificationDigest, person } from '#db/schema'
import { translator } from '~/i18n/translate'
import { keepMail } from '~/services/mail/mail.server'
import { command } from '../../command/command'
import { onlyClock } from '../../kernel/actor'
import { notFound, stale } from '../../kernel/errors'
import { waitingForDigest } from '../digest.server'
import { preferencesPath } from '../notify.server'
import { digestDue, mostInDigest } from '../rules'
import { SendDigestInput } from '../schema'
import { wordingOf } from '../wording'

/**
 * One mail with what is new for a person since the last, once a business day. What they turned off in the meantime is left out.
 * Refusals: conflict, where it was sent on this day or nothing is new.
 */
export const sendDigest = command('notification.send_digest', {
  event: 'notification.digest_sent',
  input: SendDigestInput,
  by: 'clock',
  async lock(tx, input) {
    const [row] = await tx
      .select({ id: person.id, name: person.name, email: person.email, locale: person.locale })
      .from(person)
      .where(eq(person.id, input.person_id))
      .for('no key update')
    if (!row) throw notFound()
    return row
  },
  allow: onlyClock,
  async write({ tx, subject: reader, now }) {
    const { day, at } = digestDue(now)
    const waiting = await waitingForDigest(tx, reader.id, at)
    if (waiting.length === 0) throw stale('errors.conflict')
    const [first] = await tx
      .insert(notificationDigest)
      .values({ personId: reader.id, day, madeAt: now })
      .onConflictDoNothing()
      .returning({ day: notificationDigest.day })
    if (!first) throw stale('errors.conflict')
    const unwanted = waiting.filter((each) => each.wish === 'never')
    const told = waiting.filter((each) => each.wish !== 'never')
    const ids = (of: typeof waiting) =>
      inArray(
        notification.id,
        of.map((each) => each.id),
      )
    if (unwanted.length > 0) await tx.update(notification).set({ mail: 'never' }).where(ids(unwanted))
    if (told.length > 0) {
      await tx.update(notification).set({ mailedAt: now }).where(ids(told))
      await keepMail(tx, letterOf(reader, told, day))
    }
    return {
      answer: { told: told.length },
      subject: { type: 'person', id: reader.id },
      after: { day, told: told.length },
    }
  },
})

type Told = Awaited<ReturnType<typeof waitingForDigest>>

function letterOf(
  reader: { name: string; email: string; locale: 'zh-CN' | 'en' },
  told: Told,
  day: string,
): Parameters<typeof keepMail>[1] {
  const t = translator(reader.locale)
  const severalOrganizations = new Set(told.map((each) => each.organization)).size > 1
  const lines = told.slice(0, mostInDigest).flatMap(({ kind, params, path, organization }) => {
    const sentence = wordingOf(t, kind, params)
    const about = severalOrganizations && organization ? t('notification.mail.about', { organization }) : null
    return ['', sentence, ...(about ? [about] : []), path]
  })
  const rest = told.length - mostInDigest
  return {
    to: reader.email,
    locale: reader.locale,
    kind: 'digest',
    subject: t('notification.mail.digest_subject', { count: told.length, day }),
    body: [
      t('notification.mail.greeting', { name: reader.name }),
      '',
      t('notification.mail.digest', { count: told.length }),
      ...lines,
      ...(rest > 0 ? ['', t('notification.mail.digest_rest', { count: rest }), '/workspace/notifications'] : []),
      '',
      t('notification.mail.why_digest'),
      preferencesPath,
    ].join('\n'),
  }
}
