import { and, count, eq, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { mail, membership, notification, notificationPreference, organization, person } from '#db/schema'
import type { MailWish } from '#db/schema'
import type { T } from '~/i18n/translate'
import type { PersonActor } from '../kernel/actor'
import { type KindGroup, type NotificationKind, isKind, kindGroups, usualMail } from './kinds'
import { wordingOf } from './wording'

export const notificationsOnPage = 30

/** The bell counts so far; more is shown as 99+. */
export const mostCounted = 100

/** What concerns an organisation is shown to those who belong to it now. */
const stillTheirs = or(isNull(notification.organizationId), sql`${membership.personId} is not null`)

const ofMembers = and(
  eq(membership.organizationId, notification.organizationId),
  eq(membership.personId, notification.personId),
)

/** How many a person has not read, at most {@link mostCounted}: the number in the header of every page. */
export async function unreadCount(db: Queryable, personId: string): Promise<number> {
  const unread = db
    .select({ one: sql`1`.as('one') })
    .from(notification)
    .leftJoin(membership, ofMembers)
    .where(and(eq(notification.personId, personId), isNull(notification.readAt), stillTheirs))
    .limit(mostCounted)
    .as('unread')
  const [row] = await db.select({ unread: count() }).from(unread)
  return row?.unread ?? 0
}

export interface NotificationView {
  id: string
  sentence: string
  /** The organisation that it concerns, where that is not the one the reader acts for. */
  organization: { id: string; name: string } | null
  recordedAt: string
  read: boolean
}

/** A page of what a person was told: unread first, then the newest. */
export async function notificationsOf(
  db: Queryable,
  actor: PersonActor,
  page: number,
  t: T,
): Promise<{ rows: NotificationView[]; total: number; unread: number }> {
  const own = and(eq(notification.personId, actor.personId), stillTheirs)
  const rows = await db
    .select({
      id: notification.id,
      kind: notification.kind,
      params: notification.params,
      organizationId: notification.organizationId,
      organization: organization.name,
      recordedAt: notification.recordedAt,
      readAt: notification.readAt,
    })
    .from(notification)
    .leftJoin(membership, ofMembers)
    .leftJoin(organization, eq(organization.id, notification.organizationId))
    .where(own)
    .orderBy(sql`(${notification.readAt} is not null), ${notification.recordedAt} desc nulls last, ${notification.id}`)
    .limit(notificationsOnPage)
    .offset((page - 1) * notificationsOnPage)
  const [counted] = await db
    .select({ total: count(), unread: sql<number>`count(*) filter (where ${notification.readAt} is null)::int` })
    .from(notification)
    .leftJoin(membership, ofMembers)
    .where(own)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      sentence: wordingOf(t, row.kind, row.params),
      organization:
        row.organizationId !== null && row.organizationId !== actor.organization?.id
          ? { id: row.organizationId, name: row.organization ?? '' }
          : null,
      recordedAt: row.recordedAt.toISOString(),
      read: row.readAt !== null,
    })),
    total: counted?.total ?? 0,
    unread: counted?.unread ?? 0,
  }
}

/** Where one of a person's notifications leads, and for which other organisation they would have to act there; null where it is not theirs. */
export async function notificationTarget(
  db: Queryable,
  actor: PersonActor,
  id: string,
  t: T,
): Promise<{ path: string; sentence: string; actFor: { id: string; name: string } | null } | null> {
  const [row] = await db
    .select({
      kind: notification.kind,
      params: notification.params,
      path: notification.path,
      organizationId: notification.organizationId,
      organization: organization.name,
    })
    .from(notification)
    .leftJoin(membership, ofMembers)
    .leftJoin(organization, eq(organization.id, notification.organizationId))
    .where(and(eq(notification.id, id), eq(notification.personId, actor.personId), stillTheirs))
  if (!row) return null
  const { organizationId, organization: name, path } = row
  const elsewhere = organizationId !== null && organizationId !== actor.organization?.id
  return {
    path,
    sentence: wordingOf(t, row.kind, row.params),
    actFor: elsewhere ? { id: organizationId, name: name ?? '' } : null,
  }
}

export type PreferenceGroups = { group: KindGroup; kinds: { kind: NotificationKind; mail: MailWish }[] }[]

/** Which groups of kinds concern somebody at all: the desk's are for staff, judging is for judges. */
function concerns(group: KindGroup, actor: PersonActor): boolean {
  if (group === 'desk') return actor.staff.has('reviewer') || actor.staff.has('registrar')
  return group !== 'judging' || actor.staff.has('judge')
}

/** What a person gets by mail, of every kind that can concern them, and in which language. */
export async function preferencesOf(
  db: Queryable,
  actor: PersonActor,
): Promise<{ groups: PreferenceGroups; locale: 'zh-CN' | 'en'; email: string }> {
  const rows = await db
    .select({ kind: notificationPreference.kind, mail: notificationPreference.mail })
    .from(notificationPreference)
    .where(eq(notificationPreference.personId, actor.personId))
  const said = new Map(rows.map((row) => [row.kind, row.mail]))
  const [own] = await db
    .select({ locale: person.locale, email: person.email })
    .from(person)
    .where(eq(person.id, actor.personId))
  return {
    groups: (Object.keys(kindGroups) as KindGroup[])
      .filter((group) => concerns(group, actor))
      .map((group) => ({
        group,
        kinds: Object.keys(kindGroups[group])
          .filter(isKind)
          .map((kind) => ({ kind, mail: said.get(kind) ?? usualMail(kind) })),
      })),
    locale: own?.locale ?? 'zh-CN',
    email: own?.email ?? '',
  }
}

/** Mail that no server took, newest first: for the demo alone. */
export async function keptMail(db: Queryable, page: number, onPage: number) {
  const rows = await db
    .select({
      id: mail.id,
      recipient: mail.recipient,
      subject: mail.subject,
      body: mail.body,
      writtenAt: mail.writtenAt,
    })
    .from(mail)
    .where(eq(mail.state, 'kept'))
    .orderBy(sql`${mail.writtenAt} desc, ${mail.id} desc`)
    .limit(onPage)
    .offset((page - 1) * onPage)
  const [counted] = await db.select({ total: count() }).from(mail).where(eq(mail.state, 'kept'))
  return {
    rows: rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() })),
    total: counted?.total ?? 0,
  }
}
