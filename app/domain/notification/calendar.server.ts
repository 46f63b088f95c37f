import { createHash } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '#db/client'
import { calendarFeed, membership, organization } from '#db/schema'
import { readSetting } from '../settings/queries.server'

/** How an address is stored and looked up, so that a stolen table opens none. */
export const calendarHashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface CalendarView {
  id: string
  /** Whose deadlines; null for those of the person alone. */
  organization: string | null
  madeAt: string
}

/** A person's live addresses, newest first; the addresses themselves are nowhere. */
export async function calendarsOf(db: Queryable, personId: string): Promise<CalendarView[]> {
  const rows = await db
    .select({ id: calendarFeed.id, organization: organization.name, madeAt: calendarFeed.madeAt })
    .from(calendarFeed)
    .leftJoin(organization, eq(organization.id, calendarFeed.organizationId))
    .where(and(eq(calendarFeed.personId, personId), isNull(calendarFeed.revokedAt)))
    .orderBy(desc(calendarFeed.madeAt), desc(calendarFeed.id))
    .limit(50)
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
}

export interface LiveCalendar {
  personId: string
  organization: { id: string; name: string } | null
  locale: 'zh-CN' | 'en'
}

/** Whose calendar an address opens; null where it is unknown, revoked, or the person has left the organisation. */
export async function calendarBehind(db: Queryable, token: string): Promise<LiveCalendar | null> {
  const [row] = await db
    .select({
      personId: calendarFeed.personId,
      organizationId: calendarFeed.organizationId,
      name: organization.name,
      member: membership.personId,
      locale: calendarFeed.locale,
    })
    .from(calendarFeed)
    .leftJoin(organization, eq(organization.id, calendarFeed.organizationId))
    .leftJoin(
      membership,
      and(eq(membership.organizationId, calendarFeed.organizationId), eq(membership.personId, calendarFeed.personId)),
    )
    .where(and(eq(calendarFeed.tokenHash, calendarHashOf(token)), isNull(calendarFeed.revokedAt)))
  if (!row || (row.organizationId !== null && row.member === null)) return null
  const { personId, organizationId, name, locale } = row
  return { personId, locale, organization: organizationId === null ? null : { id: organizationId, name: name ?? '' } }
}

export const calendarKinds = [
  'own_deadline',
  'bid_deadline',
  'judging',
  'own_publicity',
  'bid_publicity',
  'contract_review',
  'contract_term',
] as const
export type CalendarKind = (typeof calendarKinds)[number]

export interface CalendarEntry {
  kind: CalendarKind
  /** Of the thing, for an identity that stays. */
  id: string
  /** Title of a published challenge; null for contracts, which are named by their number alone. */
  title: string | null
  number: string
  /** A moment, or a civil day as 2026-11-24. */
  at: Date | string
  path: string
}

interface Row extends Record<string, unknown> {
  kind: CalendarKind
  id: string
  title: string | null
  number: string
  at: string | null
  day: string | null
}

/** What has passed stays for two months; the nearest 500 are given. */
const keptDays = 60
const most = 500

/**
 * The deadlines of an organisation and a person: public ones of its own challenges and of those it bids to, the person's judging,
 * and its own contracts. Nothing tells of anybody else's bid.
 */
export async function calendarEntries(db: Queryable, of: LiveCalendar, now: Date): Promise<CalendarEntry[]> {
  const judgingDays = await readSetting(db, 'notification.judging_days', z.number().int().min(0))
  const parts = [judgingOf(of.personId, judgingDays), ...(of.organization ? organizationsOwn(of.organization.id) : [])]
  const rows = await db.execute<Row>(sql`
    select t.* from (${sql.join(parts, sql` union all `)}) t
    where coalesce(t.at, t.day::timestamptz) > ${now.toISOString()}::timestamptz - make_interval(days => ${keptDays})
    order by coalesce(t.at, t.day::timestamptz), t.kind, t.id limit ${most}`)
  return rows.map(({ at, day, ...row }) => ({ ...row, at: day ?? new Date(at!), path: pathOf(row) }))
}

const judgingOf = (personId: string, days: number): SQL => sql`
  (select 'judging' as kind, j.id::text as id, c.title, c.number,
    coalesce(j.declared_at, j.invited_at) + make_interval(days => ${days}) as at, null::text as day
  from judge j join challenge c on c.id = j.challenge_id
  where j.person_id = ${personId} and j.state in ('invited', 'accepted') and c.state = 'judging')`

const challenges = (kind: CalendarKind, at: SQL, where: SQL): SQL => sql`
  (select ${kind}::text as kind, c.id::text as id, c.title, c.number, ${at} as at, null::text as day
  from challenge c where c.published_at is not null and ${at} is not null and ${where})`

const organizationsOwn = (own: string): SQL[] => [
  challenges(
    'own_deadline',
    sql`c.bid_deadline`,
    sql`c.organization_id = ${own} and c.state not in ('withdrawn', 'failed_to_award')`,
  ),
  challenges(
    'bid_deadline',
    sql`c.bid_deadline`,
    sql`c.state in ('open', 'closed') and exists (select from bid b where b.challenge_id = c.id and b.organization_id = ${own}
      and (b.state = 'sealed' or exists (select from bid_draft d where d.bid_id = b.id)))`,
  ),
  challenges(
    'own_publicity',
    sql`c.publicity_ends_at`,
    sql`c.organization_id = ${own} and c.state in ('publicity', 'awarded')`,
  ),
  challenges(
    'bid_publicity',
    sql`c.publicity_ends_at`,
    sql`c.state in ('publicity', 'awarded')
      and exists (select from bid b where b.challenge_id = c.id and b.organization_id = ${own} and b.state = 'opened')`,
  ),
  contracts('contract_review', own, sql`k.state = 'under_review'`, sql`k.review_due_at`, sql`null::text`),
  contracts(
    'contract_term',
    own,
    sql`k.state not in ('draft', 'refused', 'cancelled') and k.term_to is not null`,
    sql`null::timestamptz`,
    sql`k.term_to::text`,
  ),
]

const contracts = (kind: CalendarKind, own: string, where: SQL, at: SQL, day: SQL): SQL => sql`
  (select ${kind}::text as kind, k.id::text as id, null::text as title, k.number, ${at} as at, ${day} as day
  from contract k where ${where}
    and exists (select from contract_party p where p.contract_id = k.id and p.organization_id = ${own}))`

function pathOf({ kind, id, number }: { kind: CalendarKind; id: string; number: string }): string {
  switch (kind) {
    case 'judging':
      return `/workspace/judging/${id}`
    case 'bid_deadline':
    case 'bid_publicity':
      return `/challenges/${number}/bid`
    case 'own_deadline':
    case 'own_publicity':
      return `/challenges/${number}`
    case 'contract_review':
    case 'contract_term':
      return `/workspace/contracts/${number}`
  }
}
