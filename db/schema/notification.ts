import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, jsonb, moment, oneOf } from './columns'
import { organization, person } from './identity'

/** How a person wants mail of a kind of notification: each by itself, with others once a day, or none. */
export const mailWishes = ['at_once', 'digest', 'never'] as const
export type MailWish = (typeof mailWishes)[number]

/** What a person is told, kept as kind and parameters: it is worded when it is read, in the reader's language. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, string>>().notNull().default({}),
    /** Page of this site where it is seen or done. */
    path: text('path').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    subjectNumber: text('subject_number'),
    /** The organisation that it concerns; null where it concerns the person alone. */
    organizationId: uuid('organization_id').references(() => organization.id),
    /** Business time. */
    recordedAt: moment('recorded_at').notNull(),
    readAt: moment('read_at'),
    /** What the person wished for mail of this kind when it was recorded. */
    mail: text('mail', { enum: mailWishes }).notNull(),
    /** When it went into a mail or a digest. */
    mailedAt: moment('mailed_at'),
    /** One and the same thing is told to a person once. */
    onceKey: text('once_key'),
  },
  (t) => [
    index('notification_list').on(t.personId, sql`(${t.readAt} is not null)`, t.recordedAt.desc(), t.id),
    index('notification_unread')
      .on(t.personId)
      .where(sql`${t.readAt} is null`),
    index('notification_for_digest')
      .on(t.personId, t.recordedAt)
      .where(sql`${t.mail} = 'digest' and ${t.mailedAt} is null`),
    uniqueIndex('notification_once')
      .on(t.onceKey, t.personId)
      .where(sql`${t.onceKey} is not null`),
    oneOf('notification_mail_known', t.mail, mailWishes),
    check('notification_path_here', sql`${t.path} like '/%' and ${t.path} not like '//%'`),
  ],
)

/** Where a person departs from what is usual for a kind. In the product everything is shown. */
export const notificationPreference = pgTable(
  'notification_preference',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind').notNull(),
    mail: text('mail', { enum: mailWishes }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    oneOf('notification_preference_mail_known', t.mail, mailWishes),
  ],
)

/** Digests that were sent: one a day and person. */
export const notificationDigest = pgTable(
  'notification_digest',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Business day in Asia/Shanghai. */
    day: date('day', { mode: 'string' }).notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day] })],
)

/** Deadlines that were reminded of: a deadline that moves has another key. */
export const notificationReminder = pgTable('notification_reminder', {
  key: text('key').primaryKey(),
  madeAt: moment('made_at').notNull(),
})

/** An address under which a calendar reads deadlines. Whoever knows the address reads them, so only its SHA-256 is here. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Whose deadlines; null for those of the person alone. */
    organizationId: uuid('organization_id').references(() => organization.id),
    tokenHash: bytes('token_hash').notNull().unique(),
    /** Language of the entries. */
    locale: text('locale', { enum: ['zh-CN', 'en'] }).notNull(),
    madeAt: moment('made_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('calendar_feed_person').on(t.personId)],
)

/** `kept`: no mail server was set, and the mail stays here; readable in demo mode. */
export const mailStates = ['queued', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof mailStates)[number]

/** Mail to one person. Text only; a line that is nothing but a path of this site becomes a full address when it is sent. */
export const mail = pgTable(
  'mail',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Names the mail outside: a running number would tell readers how much mail there is. */
    messageKey: uuid('message_key').notNull().defaultRandom(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** `account`, `digest` or the kind of a notification. */
    kind: text('kind').notNull().default('account'),
    locale: text('locale', { enum: ['zh-CN', 'en'] })
      .notNull()
      .default('zh-CN'),
    /** Mail from before there was a queue is kept, too. */
    state: text('state', { enum: mailStates }).notNull().default('kept'),
    attempts: integer('attempts').notNull().default(0),
    /** What the mail server said last, where it refused. */
    lastError: text('last_error'),
    /** Business time at which it was written. */
    writtenAt: moment('written_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    sentAt: moment('sent_at'),
    createdAt: createdAt(),
  },
  (t) => [oneOf('mail_state_known', t.state, mailStates), check('mail_attempts', sql`${t.attempts} >= 0`)],
)
