import { type SQL, and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { achievement, type capability, organization } from '#db/schema'
import { type ListOutcome, type ListParams, deepestRow } from '../kernel/list'
import { type AchievementListParams, achievementListDefinition } from './list'

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

/** What tells one list of listings from another: its table, and how each facet and sort reads in SQL. */
export interface ListingSource<Facet extends string, Sort extends string> {
  table: typeof achievement | typeof capability
  /** A facet is a column, or a list of labels. */
  facets: Record<Facet, { column: SQL; many: boolean }>
  order: Record<Sort, SQL[]>
  perPage: number
}

const listedAt = ({ table }: { table: typeof achievement | typeof capability }, at: Date): SQL =>
  sql`${table.state} = 'listed' and ${table.validUntil} > ${at.toISOString()}::timestamptz`

function withWords({ table }: { table: typeof achievement | typeof capability }, words: string): SQL | undefined {
  if (words === '') return undefined
  const pattern = `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  return sql`(${table.title} ilike ${pattern} or ${table.number} ilike ${pattern} or ${table.abstract} ilike ${pattern}
    or ${organization.name} ilike ${pattern} or ${words} = any(${table.keywords}) or ${words} = any(${table.tags}))`
}

/** The condition of a list; `but` leaves one facet out, for that facet's own counts. */
function listed<Facet extends string, Sort extends string>(
  source: ListingSource<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  at: Date,
  but?: Facet,
) {
  const chosen = (Object.keys(source.facets) as Facet[]).filter(
    (facet) => facet !== but && params.chosen[facet].length > 0,
  )
  return and(
    listedAt(source, at),
    withWords(source, params.words),
    ...chosen.map((facet) => {
      const { column, many } = source.facets[facet]
      const values = sql`${sql.param([...params.chosen[facet]])}::text[]`
      return many ? sql`${column} && ${values}` : sql`${column}::text = any(${values})`
    }),
  )
}

export async function listingPage<Facet extends string, Sort extends string>(
  db: Queryable,
  source: ListingSource<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  now: Date,
  limit: number,
  offset: number,
): Promise<ListingRow[]> {
  const { table } = source
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
    .where(listed(source, params, now))
    .orderBy(...source.order[params.sort])
    .limit(limit)
    .offset(offset)
  return rows.map(({ listedAt: at, number, ...row }) => ({ ...row, number: number!, listed_at: at!.toISOString() }))
}

/** Ids of what the list shows at this moment, on whichever page; with `only`, of this one alone. */
export async function listingIds<Facet extends string, Sort extends string>(
  db: Queryable,
  source: ListingSource<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  now: Date,
  { only, limit }: { only?: string; limit: number },
): Promise<string[]> {
  const { table } = source
  const rows = await db
    .select({ id: table.id })
    .from(table as typeof achievement)
    .innerJoin(organization, eq(organization.id, table.organizationId))
    .where(and(listed(source, params, now), only ? eq(table.id, only) : undefined))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** One page of a list of listings, how many there are, and the counts per facet value. */
export async function listingList<Facet extends string, Sort extends string>(
  db: Queryable,
  source: ListingSource<Facet, Sort>,
  params: ListParams<Facet, Sort>,
  now: Date,
): Promise<ListOutcome<ListingRow, Facet>> {
  const { perPage, table } = source
  const counted = (where: SQL | undefined, value: SQL) =>
    sql`select ${value} as value from ${table} inner join ${organization} on ${organization.id} = ${table.organizationId} where ${where} limit ${deepestRow + 1}`
  const [total] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${counted(listed(source, params, now), sql`1`)}) t`,
  )
  const counts = {} as Record<Facet, { value: string; count: number }[]>
  for (const facet of Object.keys(source.facets) as Facet[]) {
    const { column, many } = source.facets[facet]
    const value = many ? sql`unnest(given.value)` : sql`given.value::text`
    counts[facet] = [
      ...(await db.execute<{ value: string; count: number }>(
        sql`select value, count(*)::int as count from (select ${value} as value from (${counted(listed(source, params, now, facet), column)}) given) each
            where value is not null group by value order by count desc, value limit 30`,
      )),
    ]
  }
  return {
    rows: await listingPage(db, source, params, now, perPage, (params.page - 1) * perPage),
    total: Math.min(total!.count, deepestRow),
    exact: total!.count <= deepestRow,
    counts,
  }
}

const newest = [desc(achievement.listedAt), asc(achievement.id)] as SQL[]

const achievements: ListingSource<'field' | 'trl' | 'mode' | 'tag', 'newest' | 'maturity'> = {
  table: achievement,
  facets: {
    field: { column: sql`${achievement.field}`, many: false },
    trl: { column: sql`${achievement.trl}`, many: false },
    mode: { column: sql`${achievement.transferModes}`, many: true },
    tag: { column: sql`${achievement.tags}`, many: true },
  },
  order: { newest, maturity: [sql`${achievement.trl} desc nulls last`, ...newest] },
  perPage: achievementListDefinition.perPage,
}

export const achievementList = (db: Queryable, params: AchievementListParams, now: Date) =>
  listingList(db, achievements, params, now)

/** Rows of the list without its paging, for a file or a feed. */
export const achievementRows = (db: Queryable, params: AchievementListParams, now: Date, limit: number) =>
  listingPage(db, achievements, params, now, limit, 0)

export const achievementIds = (
  db: Queryable,
  params: AchievementListParams,
  now: Date,
  which: { only?: string; limit: number },
) => listingIds(db, achievements, params, now, which)
