import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'

/** How much waits in each queue of the staff, whoever may decide it. */
export interface DeskCounts {
  organizations: number
  challenges: number
  contracts: number
}

export async function deskCounts(db: Queryable): Promise<DeskCounts> {
  const [row] = await db.execute<DeskCounts & Record<string, unknown>>(sql`select
    (select count(*)::int from organization where state = 'submitted') as organizations,
    (select count(*)::int from challenge where state = 'submitted') as challenges,
    (select count(*)::int from contract where state in ('submitted', 'under_review')) as contracts`)
  return { organizations: row!.organizations, challenges: row!.challenges, contracts: row!.contracts }
}
