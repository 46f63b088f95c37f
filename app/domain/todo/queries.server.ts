import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import type { Actor, PersonActor } from '../kernel/actor'
import {
  type Branch,
  partysTodo,
  partysWaiting,
  posersTodo,
  posersWaiting,
  solversTodo,
  solversWaiting,
} from './for-organization.server'
import { judgesTodo, membersTodo, membersWaiting, staffsTodo } from './for-person.server'
import { type Todo, type TodoKind, type Waiting, type WaitingKind, type Waits, addressOf } from './kinds'

export type { Todo, Waiting } from './kinds'

/** Nobody works through more at once; the count goes on. */
const mostShown = 100

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`

/** The organisation that the person acts for, where they may write for it: a viewer has nothing to do there. */
const writesFor = ({ organization }: PersonActor): string | null =>
  organization && organization.role !== 'viewer' ? organization.id : null

function todoBranches(actor: PersonActor, now: Date): Branch[] {
  const own = writesFor(actor)
  const at = moment(now)
  return [
    ...membersTodo(actor),
    ...judgesTodo(actor),
    ...staffsTodo(actor),
    ...(own ? [...posersTodo(own, at), ...solversTodo(own, at), ...partysTodo(own)] : []),
  ]
}

const union = (branches: readonly Branch[]): SQL =>
  sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql` union all `,
  )

/** What waits for this person and for the organisation they act for: nearest deadline first, then what has waited longest. */
export async function todoOf(db: Queryable, actor: Actor, now: Date, limit = mostShown): Promise<Todo[]> {
  return actor.kind === 'person' ? read<TodoKind>(db, todoBranches(actor, now), limit) : []
}

/** How many {@link todoOf} would list without a limit; the number in the header of every page. */
export async function todoCount(db: Queryable, actor: Actor, now: Date): Promise<number> {
  if (actor.kind !== 'person') return 0
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${union(todoBranches(actor, now))}) t`,
  )
  return row!.count
}

/** What was handed on and waits for others, nearest deadline first. */
export async function waitingOf(db: Queryable, actor: Actor, now: Date, limit = mostShown): Promise<Waiting[]> {
  if (actor.kind !== 'person') return []
  const own = actor.organization?.id
  const at = moment(now)
  const branches = own
    ? [...posersWaiting(own, at), ...solversWaiting(own, at), ...partysWaiting(own), ...membersWaiting(actor)]
    : membersWaiting(actor)
  return read<WaitingKind>(db, branches, limit)
}

interface Row<Kind> extends Record<string, unknown> {
  kind: Kind
  title: string
  number: string | null
  ref: string
  deadline: string | null
  since: string | null
}

async function read<Kind extends TodoKind | WaitingKind>(
  db: Queryable,
  branches: readonly Branch[],
  limit: number,
): Promise<Waits<Kind>[]> {
  const rows = await db.execute<Row<Kind>>(
    sql`select * from (${union(branches)}) t order by deadline asc nulls last, since asc nulls last, ref limit ${limit}`,
  )
  const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString())
  return rows.map(({ kind, title, number, ref, deadline, since }) => ({
    kind,
    title,
    number,
    to: addressOf[kind]({ number: number ?? '', ref }),
    deadline: iso(deadline),
    since: iso(since),
  }))
}
