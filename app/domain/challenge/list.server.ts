import { type SQL, and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type ChallengeState, challenge, organization } from '#db/schema'
import { type ListOutcome, deepestRow } from '../kernel/list'
import type { Actor } from '../kernel/actor'
import { type ChallengeListParams, challengeListDefinition } from './list'
import type { ChallengeRow } from './views'

type Facet = 'state' | 'field' | 'mode' | 'tag'

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`

/** The state that holds at a moment, in SQL: the twin of `effectiveState` over the table. */
export const effectiveStateSql = (at: Date): SQL<ChallengeState> =>
  sql<ChallengeState>`effective_challenge_state(${challenge.state}, ${challenge.bidDeadline}, ${moment(at)})`

/** Still open for bids at a moment; written so that the index on state and deadline serves it. */
export const openAt = (at: Date): SQL => sql`(${challenge.state} = 'open' and ${challenge.bidDeadline} > ${moment(at)})`

function inStates(states: readonly string[], at: Date): SQL | undefined {
  if (states.length === 0) return undefined
  const plain = states.filter((state) => state !== 'open' && state !== 'closed') as ChallengeState[]
  return or(
    states.includes('open') ? openAt(at) : undefined,
    states.includes('closed')
      ? sql`(${challenge.state} = 'closed' or (${challenge.state} = 'open' and ${challenge.bidDeadline} <= ${moment(at)}))`
      : undefined,
    plain.length > 0 ? inArray(challenge.state, plain) : undefined,
  )
}

function withWords(words: string): SQL | undefined {
  if (words === '') return undefined
  const pattern = `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  return sql`(${challenge.title} ilike ${pattern} or ${challenge.number} ilike ${pattern} or ${challenge.requirement} ilike ${pattern}
    or ${challenge.background} ilike ${pattern} or ${organization.name} ilike ${pattern} or ${words} = any(${challenge.tags}))`
}

/** The public list as a condition; `but` leaves one facet out, for that facet's own counts. */
function listed(params: ChallengeListParams, at: Date, but?: Facet): SQL | undefined {
  const { state, field, mode, tag } = params.chosen
  return and(
    isNotNull(challenge.publishedAt),
    withWords(params.words),
    but === 'state' ? undefined : inStates(state, at),
    but !== 'field' && field.length > 0 ? sql`${challenge.field} in ${[...field]}` : undefined,
    but !== 'mode' && mode.length > 0 ? sql`${challenge.cooperationMode} in ${[...mode]}` : undefined,
    but !== 'tag' && tag.length > 0 ? sql`${challenge.tags} && ${sql.param([...tag])}::text[]` : undefined,
  )
}

function order(params: ChallengeListParams, at: Date): SQL[] {
  switch (params.sort) {
    case 'closing': {
      const soonest = [asc(challenge.bidDeadline), asc(challenge.id)]
      return params.chosen.state.join() === 'open' ? soonest : [sql`${openAt(at)} desc`, ...soonest]
    }
    case 'budget':
      return [sql`${challenge.budgetMaxFen} desc nulls last`, asc(challenge.id)]
    default:
      return [sql`${challenge.publishedAt} desc nulls last`, asc(challenge.id)]
  }
}

const rowColumns = (at: Date) => ({
  id: challenge.id,
  number: challenge.number,
  title: challenge.title,
  state: effectiveStateSql(at),
  field: challenge.field,
  tags: challenge.tags,
  cooperationMode: challenge.cooperationMode,
  budgetMinFen: challenge.budgetMinFen,
  budgetMaxFen: challenge.budgetMaxFen,
  budgetNegotiable: challenge.budgetNegotiable,
  bidDeadline: challenge.bidDeadline,
  publishedAt: challenge.publishedAt,
  poser: organization.name,
})

/** One page of rows of the public list; shown to a query-plan test as it stands. */
export const challengePage = (db: Queryable, params: ChallengeListParams, now: Date, limit: number, offset: number) =>
  db
    .select(rowColumns(now))
    .from(challenge)
    .innerJoin(organization, eq(organization.id, challenge.organizationId))
    .where(listed(params, now))
    .orderBy(...order(params, now))
    .limit(limit)
    .offset(offset)

type RowOfPage = Awaited<ReturnType<typeof challengePage>>[number]

function rowView(row: RowOfPage): ChallengeRow {
  return {
    id: row.id,
    number: row.number!,
    title: row.title,
    state: row.state,
    field: row.field,
    tags: row.tags,
    cooperation_mode: row.cooperationMode,
    budget_min_fen: row.budgetMinFen?.toString() ?? null,
    budget_max_fen: row.budgetMaxFen?.toString() ?? null,
    budget_negotiable: row.budgetNegotiable,
    bid_deadline: row.bidDeadline!.toISOString(),
    published_at: row.publishedAt!.toISOString(),
    poser: row.poser,
  }
}

/** What a count looks at: never more rows than a list pages to. */
const counted = (db: Queryable, where: SQL | undefined, now: Date) =>
  db
    .select({
      state: effectiveStateSql(now).as('shown_state'),
      field: challenge.field,
      mode: challenge.cooperationMode,
      tags: challenge.tags,
    })
    .from(challenge)
    .innerJoin(organization, eq(organization.id, challenge.organizationId))
    .where(where)
    .limit(deepestRow + 1)
    .as('counted')

async function countBy(db: Queryable, params: ChallengeListParams, now: Date, facet: Facet) {
  const base = counted(db, listed(params, now, facet), now)
  const value =
    facet === 'tag'
      ? sql<string>`unnest(${base.tags})`
      : facet === 'state'
        ? sql<string>`${base.state}`
        : sql<string>`${facet === 'field' ? base.field : base.mode}`
  const values = db
    .select({ value: value.as('value') })
    .from(base)
    .as('given')
  return db
    .select({ value: values.value, count: sql<number>`count(*)::int` })
    .from(values)
    .where(isNotNull(values.value))
    .groupBy(values.value)
    .orderBy(sql`count(*) desc`, asc(values.value))
    .limit(30)
}

/** The public list: what anybody may see, so the actor changes nothing of it. */
export async function challengeList(
  db: Queryable,
  _actor: Actor,
  params: ChallengeListParams,
  now: Date,
): Promise<ListOutcome<ChallengeRow, Facet>> {
  const { perPage } = challengeListDefinition
  const rows = await challengePage(db, params, now, perPage, (params.page - 1) * perPage)
  const [total] = await db.select({ count: sql<number>`count(*)::int` }).from(counted(db, listed(params, now), now))
  return {
    rows: rows.map(rowView),
    total: Math.min(total!.count, deepestRow),
    exact: total!.count <= deepestRow,
    counts: {
      state: await countBy(db, params, now, 'state'),
      field: await countBy(db, params, now, 'field'),
      mode: await countBy(db, params, now, 'mode'),
      tag: await countBy(db, params, now, 'tag'),
    },
  }
}

/** Ids of what the list shows at this moment, on whichever page; with `only`, of this one alone. */
export async function challengeIds(
  db: Queryable,
  params: ChallengeListParams,
  now: Date,
  { only, limit }: { only?: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: challenge.id })
    .from(challenge)
    .innerJoin(organization, eq(organization.id, challenge.organizationId))
    .where(and(listed(params, now), only ? eq(challenge.id, only) : undefined))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Rows of the list without its paging, for a file or a feed. */
export const challengeRows = async (db: Queryable, params: ChallengeListParams, now: Date, limit: number) =>
  (await challengePage(db, params, now, limit, 0)).map(rowView)

const nothingAsked: ChallengeListParams = {
  words: '',
  chosen: { state: ['open'], field: [], mode: [], tag: [] },
  sort: 'newest',
  page: 1,
}

/** The newest challenges that are open for bids. */
export const newestChallenges = (db: Queryable, limit: number, now: Date): Promise<ChallengeRow[]> =>
  challengeRows(db, nothingAsked, now, limit)

/** Open challenges whose bidding ends next. */
export const closingSoon = (db: Queryable, limit: number, now: Date): Promise<ChallengeRow[]> =>
  challengeRows(db, { ...nothingAsked, sort: 'closing' }, now, limit)
