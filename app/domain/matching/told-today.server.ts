import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { membership, notification } from '#db/schema'
import { dayOf } from '../kernel/clock'
import type { NotificationKind } from '../notification/kinds'
import { readSetting } from '../settings/queries.server'

/** What matching tells people who did not ask at that moment; together they are limited. */
const kinds = ['match_found', 'saved_search_found'] as const satisfies readonly NotificationKind[]

/** Of these people, those who may still be told something of matching on this business day. Setting `matching.alerts_per_day`. */
export async function withRoomToday(tx: Tx, people: readonly string[], now: Date): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const most = await readSetting(tx, 'matching.alerts_per_day', z.number().int().min(0).max(1_000))
  const rows = await tx
    .select({ id: notification.personId, told: sql<number>`count(*)::int` })
    .from(notification)
    .where(
      and(
        inArray(notification.personId, [...people]),
        inArray(notification.kind, [...kinds]),
        gte(notification.recordedAt, new Date(`${dayOf(now)}T00:00:00+08:00`)),
      ),
    )
    .groupBy(notification.personId)
  const told = new Map(rows.map((row) => [row.id, row.told]))
  return new Set(people.filter((id) => (told.get(id) ?? 0) < most))
}

/** Those of an organisation who act for it. */
export async function actingFor(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: membership.personId })
    .from(membership)
    .where(and(eq(membership.organizationId, organizationId), inArray(membership.role, ['owner', 'editor'])))
    .orderBy(membership.personId)
  return rows.map(({ id }) => id)
}
