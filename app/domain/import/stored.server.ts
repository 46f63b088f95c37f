import { and, desc, eq, like, or } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { event } from '#db/schema'
import { readChallenge } from '../challenge/lifecycle.server'
import { canonicalJson, plainJson } from '../kernel/json'
import type { KindOfRow } from './kinds.server'

/** Marks the events that an import wrote. */
export const importRequest = 'import'

type Said = Record<string, unknown>

/** What an earlier import made of a row: the key is (kind, organisation, external id). */
export interface Stored {
  id: string
  state: string
  /** What the row said when it was last imported. Null: nothing is known. */
  said: Said | null
}

export async function findStored(
  db: Queryable,
  { table, subject }: KindOfRow,
  organizationId: string,
  externalId: string,
): Promise<Stored | null> {
  const [found] = await db
    .select({ id: table.id, state: table.state })
    .from(table)
    .where(and(eq(table.organizationId, organizationId), eq(table.externalId, externalId)))
  if (!found) return null
  // What was made with an external id came from an import.
  const [last] = await db
    .select({ input: event.input })
    .from(event)
    .where(
      and(
        eq(event.subjectType, subject),
        eq(event.subjectId, found.id),
        or(and(eq(event.requestId, importRequest), like(event.type, '%updated')), like(event.type, '%created')),
      ),
    )
    .orderBy(desc(event.id))
    .limit(1)
  return { ...found, said: (last?.input as Said | undefined) ?? null }
}

const leftOut = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)

/**
 * Whether a row says what it said when it was last imported. What people changed in the product meanwhile is not looked at: the
 * same file again changes nothing.
 */
export function saysTheSame(before: Said, now: Said, { filled }: KindOfRow): boolean {
  const plain = plainJson(now) as Said
  const ignored = new Set(['id', 'external_id', ...filled.filter((name) => leftOut(plain[name]))])
  const rest = (said: Said) => Object.fromEntries(Object.entries(said).filter(([name]) => !ignored.has(name)))
  return canonicalJson(rest(before)) === canonicalJson(rest(plain))
}

/** A changed challenge keeps the deadline, criteria and budget that it has where the row does not say. */
export async function keepWhatIsFilled(db: Queryable, id: string, said: Said): Promise<Said> {
  const row = await readChallenge(db, { id })
  if (!row) return said
  const budgetSaid = !['budget_min_fen', 'budget_max_fen', 'budget_negotiable'].every((name) => leftOut(said[name]))
  return {
    ...said,
    ...(leftOut(said.bid_deadline) ? { bid_deadline: row.bidDeadline?.toISOString() } : {}),
    ...(leftOut(said.criteria) ? { criteria: row.criteria.map(({ name, weight }) => ({ name, weight })) } : {}),
    ...(budgetSaid
      ? {}
      : {
          budget_min_fen: row.budgetMinFen?.toString(),
          budget_max_fen: row.budgetMaxFen?.toString(),
          budget_negotiable: row.budgetNegotiable,
        }),
  }
}
