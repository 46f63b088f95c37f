import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '#db/client'
import { readSetting } from '../settings/queries.server'
import type { ReminderKind } from './reminder-kinds'

/** One thing to remind of. `key` names it with its moment: when the moment moves, it is told again. */
export interface Reminder {
  kind: ReminderKind
  id: string
  key: string
  title: string
  number: string | null
  /** The organisation that is reminded; null where a person is, or the registrars. */
  organizationId: string | null
  personId: string | null
  /** The moment itself; null where what is late has none. */
  at: Date | null
  listing: 'achievement' | 'capability' | null
}

interface Row extends Record<string, unknown> {
  kind: ReminderKind
  id: string
  key: string
  title: string
  number: string | null
  organization_id: string | null
  person_id: string | null
  at: string | null
  listing: 'achievement' | 'capability' | null
}

const days = z.number().int().min(0).max(366)

/** What is to be reminded of now and was not yet, nearest first; of one thing where it is named. Lead times are settings. */
export async function dueReminders(
  db: Queryable,
  now: Date,
  asked: { only?: { kind: ReminderKind; id: string }; limit?: number } = {},
): Promise<Reminder[]> {
  const lead = {
    deadline: await readSetting(db, 'notification.deadline_days', days),
    judging: await readSetting(db, 'notification.judging_days', days),
    listing: await readSetting(db, 'notification.listing_days', days),
  }
  const { only, limit = 200 } = asked
  const named = only ? sql`and t.kind = ${only.kind} and t.id = ${only.id}` : sql``
  const rows = await db.execute<Row>(sql`
    select * from (${sql.join(branches(now, lead), sql` union all `)}) t
    where not exists (select from notification_reminder r where r.key = t.key) ${named}
    order by t.at nulls first, t.key limit ${limit}`)
  return rows.map(({ organization_id, person_id, at, ...row }) => ({
    ...row,
    organizationId: organization_id,
    personId: person_id,
    at: at === null ? null : new Date(at),
  }))
}

function branches(now: Date, lead: { deadline: number; judging: number; listing: number }): SQL[] {
  const at = sql`${now.toISOString()}::timestamptz`
  const within = (moment: SQL, most: number) =>
    sql`${moment} > ${at} and ${moment} <= ${at} + make_interval(days => ${most})`
  const keyed = (prefix: string, id: SQL, moment: SQL) =>
    sql`${`${prefix}:`}::text || ${id} || ':' || extract(epoch from ${moment})::bigint`
  const listing = (type: 'achievement' | 'capability') => sql`
    (select 'listing_expiring' as kind, l.id::text as id, ${keyed('listing', sql`l.id`, sql`l.valid_until`)} as key, l.title, l.number,
      l.organization_id, null::uuid as person_id, l.valid_until as at, ${type}::text as listing
    from ${sql.identifier(type)} l where l.state = 'listed' and ${within(sql`l.valid_until`, lead.listing)})`
  return [
    // A draft is known to its own organisation alone, and only that is told. What is handed in needs no reminder.
    sql`(select 'bid_closing' as kind, b.id::text as id, ${keyed('bid', sql`b.id`, sql`c.bid_deadline`)} as key, c.title, c.number,
      b.organization_id, null::uuid as person_id, c.bid_deadline as at, null::text as listing
    from bid b join challenge c on c.id = b.challenge_id
    where c.state = 'open' and ${within(sql`c.bid_deadline`, lead.deadline)}
      and exists (select from bid_draft d where d.bid_id = b.id))`,
    sql`(select 'judging_reminder' as kind, j.id::text as id, 'judging:' || j.id || ':' || j.state as key, c.title, c.number,
      null::uuid as organization_id, j.person_id, null::timestamptz as at, null::text as listing
    from judge j join challenge c on c.id = j.challenge_id
    where c.state = 'judging' and j.state in ('invited', 'accepted')
      and coalesce(j.declared_at, j.invited_at) + make_interval(days => ${lead.judging}) <= ${at})`,
    sql`(select 'publicity_over' as kind, c.id::text as id, ${keyed('publicity', sql`c.id`, sql`c.publicity_ends_at`)} as key, c.title, c.number,
      c.organization_id, null::uuid as person_id, c.publicity_ends_at as at, null::text as listing
    from challenge c where c.state = 'publicity' and c.publicity_ends_at <= ${at})`,
    sql`(select 'contract_review_due' as kind, k.id::text as id, ${keyed('review', sql`k.id`, sql`k.review_due_at`)} as key, k.title, k.number,
      null::uuid as organization_id, null::uuid as person_id, k.review_due_at as at, null::text as listing
    from contract k where k.state = 'under_review' and k.review_due_at <= ${at} + make_interval(days => ${lead.deadline}))`,
    listing('achievement'),
    listing('capability'),
  ]
}
