import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import type { DocumentKind } from '#search/document'
import { type EngineHealth, type SearchEngine, SearchUnavailable } from '#search/engine'

const kinds: readonly DocumentKind[] = ['challenge', 'achievement', 'capability']

/** How the index stands to the database, per kind: what should be found, what the document table holds, what the engine holds. */
export interface SearchHealth {
  engine: EngineHealth
  kinds: { kind: DocumentKind; expected: number; documents: number; found: number | null }[]
  /** Newest sequence of the document table; what an engine that follows it should have reached. */
  newestSequence: number
  indexedAt: string | null
  /** Documents that are too many or too few anywhere on the way. */
  drift: number
}

export async function searchHealth(db: Queryable, engine: SearchEngine, now: Date): Promise<SearchHealth> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db.execute<{ kind: DocumentKind; expected: number; documents: number }>(sql`
    select k.kind, case k.kind
        when 'challenge' then (select count(*) from challenge where state = 'open' and bid_deadline > ${at} and published_at is not null)
        when 'achievement' then (select count(*) from achievement where effective_listing_state(state, valid_until, ${at}) = 'listed')
        else (select count(*) from capability where effective_listing_state(state, valid_until, ${at}) = 'listed') end::int as expected,
      (select count(*)::int from search_document d where d.kind = k.kind and d.document is not null) as documents
    from unnest(array['challenge', 'achievement', 'capability']) as k(kind)`)
  const [last] = await db.execute<{ sequence: string | null; indexed_at: string | null }>(
    sql`select max(sequence)::text as sequence, max(indexed_at) as indexed_at from search_document`,
  )
  const health = await engine.health()
  const held = health.available ? await heldBy(engine) : null
  const found = kinds.map((kind) => {
    const row = rows.find((each) => each.kind === kind)
    const [expected, documents] = [row?.expected ?? 0, row?.documents ?? 0]
    return { kind, expected, documents, found: held ? (held[kind] ?? 0) : null }
  })
  return {
    engine: health,
    kinds: found,
    newestSequence: Number(last?.sequence ?? 0),
    indexedAt: last?.indexed_at ? new Date(last.indexed_at).toISOString() : null,
    drift: found.reduce(
      (sum, each) =>
        sum + Math.abs(each.documents - each.expected) + Math.abs((each.found ?? each.documents) - each.documents),
      0,
    ),
  }
}

async function heldBy(engine: SearchEngine): Promise<Record<string, number> | null> {
  try {
    const { facets } = await engine.search({
      ...{ q: '', filters: {}, sort: 'newest', limit: 0, offset: 0 },
      facets: ['kind'],
    })
    return facets.kind ?? {}
  } catch (error) {
    if (error instanceof SearchUnavailable) return null
    throw error
  }
}
