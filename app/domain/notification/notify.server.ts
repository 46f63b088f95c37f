import { type SQL, and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { membership, notification, notificationPreference, organization, person } from '#db/schema'
import { translator } from '~/i18n/translate'
import { keepMail } from '~/services/mail/mail.server'
import { type NotificationKind, type SubjectType, usualMail } from './kinds'
import { wordingOf } from './wording'

/** Something that concerns somebody. Neither `params` nor `path` may hold what is sealed or confidential: it also goes out by mail. */
export interface News {
  kind: NotificationKind
  /** An organisation: every member with a role that acts. A person: that person, in the name of the organisation where both are given. */
  to: { organizationId?: string; personId?: string }
  /** Who did it: nobody is told of their own act. */
  except?: string | null
  subject: { type: SubjectType; id: string; number?: string | null }
  /** Parameters of the text `notification.kind.<kind>`; moments ready to show. */
  params: Record<string, string>
  /** Page of this site where it is seen or done: one that stays, not an act whose time may be over when somebody reads. */
  path: string
  /** Business time. */
  recordedAt: Date
  /** What is told to a person once under this key is not told again. */
  onceKey?: string
  /** How soon by mail, where the person has said so for this one thing; who wants no mail of the kind still gets none. */
  mail?: 'at_once' | 'digest'
}

/** Tells it, in the transaction that causes it: in the product always, by mail as each person wishes. */
export async function notify(tx: Tx, news: News): Promise<void> {
  const readers = await readersOf(tx, news)
  if (readers.length === 0) return
  const { organizationId } = news.to
  const told = await tx
    .insert(notification)
    .values(
      readers.map((reader) => ({
        personId: reader.id,
        kind: news.kind,
        params: news.params,
        path: news.path,
        subjectType: news.subject.type,
        subjectId: news.subject.id,
        subjectNumber: news.subject.number ?? null,
        organizationId: organizationId ?? null,
        recordedAt: news.recordedAt,
        mail: reader.mail,
        mailedAt: reader.mail === 'at_once' ? news.recordedAt : null,
        onceKey: news.onceKey ?? null,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: notification.personId, mail: notification.mail })
  const atOnce = new Set(told.filter((each) => each.mail === 'at_once').map((each) => each.personId))
  if (atOnce.size === 0) return
  const about = organizationId ? await nameOf(tx, organizationId) : null
  for (const reader of readers) {
    if (atOnce.has(reader.id)) await keepMail(tx, letterOf(news, reader, about))
  }
}

/** In the order of their ids, so that two who tell the same do not wait for each other crosswise. */
async function readersOf(tx: Tx, { kind, to, except, mail }: News) {
  if (!to.organizationId && !to.personId) throw new Error(`${kind} is told to nobody`)
  const which: SQL[] = []
  if (to.personId) which.push(eq(person.id, to.personId))
  else {
    const members = tx
      .select({ id: membership.personId })
      .from(membership)
      .where(and(eq(membership.organizationId, to.organizationId!), inArray(membership.role, ['owner', 'editor'])))
    which.push(inArray(person.id, members))
  }
  if (except) which.push(ne(person.id, except))
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      wish: notificationPreference.mail,
    })
    .from(person)
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.personId, person.id), eq(notificationPreference.kind, kind)),
    )
    .where(and(...which))
    .orderBy(person.id)
  return rows.map(({ wish, ...reader }) => ({
    ...reader,
    mail: wish === 'never' ? wish : (mail ?? wish ?? usualMail(kind)),
  }))
}

async function nameOf(tx: Tx, organizationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, organizationId))
  return row?.name ?? null
}

type Reader = Awaited<ReturnType<typeof readersOf>>[number]

function letterOf(news: News, reader: Reader, about: string | null) {
  const t = translator(reader.locale)
  const sentence = wordingOf(t, news.kind, news.params)
  const lines = [
    t('notification.mail.greeting', { name: reader.name }),
    '',
    sentence,
    news.path,
    ...(about ? ['', t('notification.mail.about', { organization: about })] : []),
    '',
    t('notification.mail.why_at_once'),
    preferencesPath,
  ]
  return {
    to: reader.email,
    subject: t('notification.mail.subject', { sentence }),
    body: lines.join('\n'),
    locale: reader.locale,
    kind: news.kind,
  }
}

/** Where a person says what comes by mail. */
export const preferencesPath = '/workspace/notifications/preferences'
