import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { notification, notificationPreference, organization } from '#db/schema'
import { digestDue } from './rules'

/** People who get a digest now: something is new for them up to 08:30 of the day, and they had none on that day. */
export async function digestsDue(db: Queryable, now: Date, limit = 500): Promise<string[]> {
  const { day, at } = digestDue(now)
  const rows = await db.execute<{ person_id: string }>(sql`
    select distinct n.person_id from notification n
    where n.mail = 'digest' and n.mailed_at is null and n.recorded_at <= ${at.toISOString()}
      and not exists (select from notification_digest d where d.person_id = n.person_id and d.day = ${day})
    order by n.person_id limit ${limit}`)
  return rows.map((row) => row.person_id)
}

/** What waits for a person's digest, oldest first, with what they wish for each kind now. */
export const waitingForDigest = (db: Queryable, personId: string, until: Date) =>
  db
    .select({
      id: notification.id,
      kind: notification.kind,
      params: notification.params,
      path: notification.path,
      organization: organization.name,
      wish: notificationPreference.mail,
    })
    .from(notification)
    .leftJoin(organization, eq(organization.id, notification.organizationId))
    .leftJoin(
      notificationPreference,
      and(
        eq(notificationPreference.personId, notification.personId),
        eq(notificationPreference.kind, notification.kind),
      ),
    )
    .where(
      and(
        eq(notification.personId, personId),
        eq(notification.mail, 'digest'),
        isNull(notification.mailedAt),
        lte(notification.recordedAt, until),
      ),
    )
    .orderBy(asc(notification.recordedAt), asc(notification.id))
