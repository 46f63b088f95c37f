import { type SQL, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type ChallengeState, challenge, organization } from '#db/schema'
import {
  type ListAsked,
  type ListSlice,
  type ListSource,
  listIds,
  listOutcome,
  listRows,
  listSlice,
} from '../kernel/list-query.server'
import { type ChallengeFacet, type ChallengeListParams, type ChallengeSort, challengeListDefinition } from './list'
import type { ChallengeRow } from './views'

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

type Asked = ListAsked<ChallengeFacet, ChallengeSort>

const newest = () => [sql`${challenge.publishedAt} desc nulls last`, asc(challenge.id)]

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

const rowsOf = (db: Queryable, { where, order, limit, offset, at }: ListSlice) =>
  db
    .select(rowColumns(at))
    .from(challenge)
    .innerJoin(organization, eq(organization.id, challenge.organizationId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)

type RowOfPage = Awaited<ReturnType<typeof rowsOf>>[number]

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

const source: ListSource<ChallengeFacet, ChallengeSort, ChallengeRow> = {
  name: 'challenge',
  from: sql`${challenge} inner join ${organization} on ${organization.id} = ${challenge.organizationId}`,
  id: sql`${challenge.id}`,
  visible: () => isNotNull(challenge.publishedAt),
  alwaysCompared: true,
  compared: (words, pattern) =>
    sql`(${challenge.title} ilike ${pattern} or ${challenge.number} ilike ${pattern} or ${challenge.requirement} ilike ${pattern}
      or ${challenge.background} ilike ${pattern} or ${organization.name} ilike ${pattern} or ${words} = any(${challenge.tags}))`,
  facets: {
    state: { value: effectiveStateSql, fits: inStates },
    field: { value: () => sql`${challenge.field}` },
    mode: { value: () => sql`${challenge.cooperationMode}` },
    tag: { value: () => sql`${challenge.tags}`, many: true },
  },
  order: {
    newest,
    closing: ({ chosen }, at) => {
      const soonest = [sql`${challenge.bidDeadline}`, asc(challenge.id)]
      return chosen.state.join() === 'open' ? soonest : [sql`${openAt(at)} desc`, ...soonest]
    },
    budget: () => [sql`${challenge.budgetMaxFen} desc nulls last`, asc(challenge.id)],
    relevance: newest,
  },
  perPage: challengeListDefinition.perPage,
  rows: async (db, slice) => (await rowsOf(db, slice)).map(rowView),
}

/** One page of rows as they are read; shown to a query-plan test as it stands. */
export const challengePage = (db: Queryable, asked: Asked, limit: number, offset: number) =>
  rowsOf(db, listSlice(source, asked, { limit, offset }))

/** The public list: what anybody may see. */
export const challengeList = (db: Queryable, asked: Asked) => listOutcome(db, source, asked)

/** Rows of the list without its paging, for a file or a feed. */
export const challengeRows = (db: Queryable, asked: Asked, limit: number) => listRows(db, source, asked, limit)

export const challengeIds = (db: Queryable, asked: Asked, which: { only?: string; limit: number }) =>
  listIds(db, source, asked, which)

const nothingAsked: ChallengeListParams = {
  words: '',
  chosen: { state: ['open'], field: [], mode: [], tag: [] },
  sort: 'newest',
  page: 1,
}

/** The newest challenges that are open for bids. */
export const newestChallenges = (db: Queryable, limit: number, now: Date): Promise<ChallengeRow[]> =>
  challengeRows(db, { params: nothingAsked, at: now }, limit)

/** Open challenges whose bidding ends next. */
export const closingSoon = (db: Queryable, limit: number, now: Date): Promise<ChallengeRow[]> =>
  challengeRows(db, { params: { ...nothingAsked, sort: 'closing' }, at: now }, limit)
