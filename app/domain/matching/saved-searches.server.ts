import { and, asc, count, desc, eq, gt, inArray, max, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable, Tx } from '#db/client'
import {
  type SavedSearchAlerts,
  achievement,
  capability,
  challenge,
  membership,
  savedSearch,
  savedSearchHit,
} from '#db/schema'
import type { DocumentKind } from '#search/document'
import { type Actor } from '../kernel/actor'
import { readSetting } from '../settings/queries.server'
import { type SavedPlace, type Thing, savedLists, savedPlace } from './saved-lists.server'

export type SavedSearchRow = typeof savedSearch.$inferSelect

/** A saved search as its person reads it. */
export interface SavedSearchView {
  id: string
  path: string
  list: string
  name: string
  alerts: SavedSearchAlerts
  /** What it found since it is watched. */
  found: number
  last_found_at: string | null
}

/** How many searches one person may keep. */
export const mostSaved = (db: Queryable): Promise<number> =>
  readSetting(db, 'matching.saved_searches_per_person', z.number().int().min(1).max(1_000))

/** What somebody keeps, the newest first. */
export async function savedSearchesOf(db: Queryable, personId: string): Promise<SavedSearchView[]> {
  const rows = await db
    .select({
      id: savedSearch.id,
      path: savedSearch.path,
      list: savedSearch.list,
      name: savedSearch.name,
      alerts: savedSearch.alerts,
      found: count(savedSearchHit.thingId),
      last: max(savedSearchHit.foundAt),
    })
    .from(savedSearch)
    .leftJoin(savedSearchHit, eq(savedSearchHit.savedSearchId, savedSearch.id))
    .where(eq(savedSearch.personId, personId))
    .groupBy(savedSearch.id)
    .orderBy(desc(savedSearch.watchedSince), asc(savedSearch.id))
  return rows.map(({ last, ...row }) => ({ ...row, last_found_at: last?.toISOString() ?? null }))
}

/** One of somebody's own; null for anybody else's. */
export async function savedSearchOf(db: Queryable, actor: Actor, id: string): Promise<SavedSearchRow | null> {
  if (actor.kind !== 'person') return null
  const [row] = await db
    .select()
    .from(savedSearch)
    .where(and(eq(savedSearch.id, id), eq(savedSearch.personId, actor.personId)))
  return row ?? null
}

/** For the worker. */
export async function savedSearchById(db: Queryable, id: string): Promise<SavedSearchRow | null> {
  const [row] = await db.select().from(savedSearch).where(eq(savedSearch.id, id))
  return row ?? null
}

/** The search of this path that somebody keeps already. */
export async function savedAt(db: Queryable, personId: string, path: string): Promise<SavedSearchRow | null> {
  const [row] = await db
    .select()
    .from(savedSearch)
    .where(and(eq(savedSearch.personId, personId), eq(savedSearch.path, path)))
  return row ?? null
}

export async function lockedSavedSearch(tx: Tx, id: string): Promise<SavedSearchRow | null> {
  const [row] = await tx.select().from(savedSearch).where(eq(savedSearch.id, id)).for('update')
  return row ?? null
}

const tables = { challenge, achievement, capability } as const

/** When a thing was first published; null for what never was. */
async function publishedAt(db: Queryable, { kind, id }: { kind: DocumentKind; id: string }): Promise<Date | null> {
  const table = tables[kind]
  const at = 'publishedAt' in table ? table.publishedAt : table.listedAt
  const [row] = await db
    .select({ at })
    .from(table as typeof challenge)
    .where(eq(table.id, id))
  return row?.at ?? null
}

/** A watched search that may have something new in a thing. */
export interface Watching {
  id: string
  place: SavedPlace
}

/**
 * Watched searches for which a thing would be news, in the order of their ids: not found before, not there when watching began, and
 * not of the person's own organisations. Whether they find it, the list decides. Empty after the last.
 */
export async function watchingFor(
  db: Queryable,
  thing: Thing & { organizationId: string | null },
  { after, limit }: { after: string | null; limit: number },
): Promise<Watching[]> {
  const lists = [...savedLists.values()].filter((list) => list.kinds.includes(thing.kind))
  const published = await publishedAt(db, thing)
  const rows = await db
    .select({ id: savedSearch.id, path: savedSearch.path })
    .from(savedSearch)
    .where(
      and(
        ne(savedSearch.alerts, 'none'),
        inArray(
          savedSearch.list,
          lists.map((list) => list.definition.path),
        ),
        after ? gt(savedSearch.id, after) : undefined,
        or(
          published ? sql`${savedSearch.watchedSince} < ${published.toISOString()}::timestamptz` : undefined,
          sql`not (${thing.id}::uuid = any(${savedSearch.known}))`,
        ),
        sql`not exists (select from ${savedSearchHit} where ${savedSearchHit.savedSearchId} = ${savedSearch.id} and ${savedSearchHit.thingId} = ${thing.id})`,
        sql`not exists (select from ${membership} where ${membership.personId} = ${savedSearch.personId} and ${membership.organizationId} = ${thing.organizationId})`,
      ),
    )
    .orderBy(asc(savedSearch.id))
    .limit(limit)
  return rows.flatMap(({ id, path }) => {
    const place = savedPlace(path)
    return place ? [{ id, place }] : []
  })
}
