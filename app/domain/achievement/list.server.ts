import { type SQL, asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { achievement, type capability, organization } from '#db/schema'
import {
  type ListAsked,
  type ListSlice,
  type ListSource,
  listIds,
  listOutcome,
  listRows,
} from '../kernel/list-query.server'
import { type AchievementFacet, type AchievementSort, achievementListDefinition } from './list'

/** A row of a list of listings, achievements or capabilities. */
export interface ListingRow {
  id: string
  number: string
  title: string
  field: (typeof achievement.$inferSelect)['field']
  tags: string[]
  trl: number | null
  organization: string
  listed_at: string
}

type ListingTable = typeof achievement | typeof capability

/** What lists of achievements and of capabilities have in common: table, visibility, words and rows. */
export function listingSource(table: ListingTable) {
  return {
    from: sql`${table} inner join ${organization} on ${organization.id} = ${table.organizationId}`,
    id: sql`${table.id}`,
    visible: (at: Date) => sql`${table.state} = 'listed' and ${table.validUntil} > ${at.toISOString()}::timestamptz`,
    compared: (words: string, pattern: string) =>
      sql`(${table.title} ilike ${pattern} or ${table.number} ilike ${pattern} or ${table.abstract} ilike ${pattern}
        or ${organization.name} ilike ${pattern} or ${words} = any(${table.keywords}) or ${words} = any(${table.tags}))`,
    rows: (db: Queryable, slice: ListSlice) => listingRows(db, table, slice),
  }
}

/** Newest first; also where words are compared as text, since nothing tells then which fits better. */
export const newestOf = (table: ListingTable) => (): SQL[] => [
  // As the index is written, which serves it.
  sql`${table.listedAt} desc nulls last`,
  asc(table.id),
]

async function listingRows(
  db: Queryable,
  table: ListingTable,
  { where, order, limit, offset }: ListSlice,
): Promise<ListingRow[]> {
  const rows = await db
    .select({
      id: table.id,
      number: table.number,
      title: table.title,
      field: table.field,
      tags: table.tags,
      trl: table.trl,
      organization: organization.name,
      listedAt: table.listedAt,
    })
    .from(table as typeof achievement)
    .innerJoin(organization, eq(organization.id, table.organizationId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return rows.map(({ listedAt: at, number, ...row }) => ({ ...row, number: number!, listed_at: at!.toISOString() }))
}

const newest = newestOf(achievement)

export const achievementSource: ListSource<AchievementFacet, AchievementSort, ListingRow> = {
  name: 'achievement',
  perPage: achievementListDefinition.perPage,
  ...listingSource(achievement),
  facets: {
    field: { value: () => sql`${achievement.field}` },
    trl: { value: () => sql`${achievement.trl}` },
    mode: { value: () => sql`${achievement.transferModes}`, many: true },
    tag: { value: () => sql`${achievement.tags}`, many: true },
  },
  order: {
    newest,
    maturity: () => [sql`${achievement.trl} desc nulls last`, ...newest()],
    relevance: newest,
  },
}

type Asked = ListAsked<AchievementFacet, AchievementSort>

export const achievementList = (db: Queryable, asked: Asked) => listOutcome(db, achievementSource, asked)

/** Rows of the list without its paging, for a file or a feed. */
export const achievementRows = (db: Queryable, asked: Asked, limit: number) =>
  listRows(db, achievementSource, asked, limit)

export const achievementIds = (db: Queryable, asked: Asked, which: { only?: string; limit: number }) =>
  listIds(db, achievementSource, asked, which)
