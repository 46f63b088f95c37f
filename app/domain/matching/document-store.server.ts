import { type Column, and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Database, Tx } from '#db/client'
import { searchDocument, searchTotal, termFrequency } from '#db/schema'
import type { CorpusStatistics, DocumentStore, SearchDocument } from '#search/document'
import { type TermVector, type View, termKeys, termVector, vectorLengths, views } from '#search/terms'

/** One array instead of hundreds of parameters, which take longer to be told than to be looked up. */
const among = (column: Column, values: readonly string[]) => sql`${column} = any(${sql.param([...values])}::text[])`

/** Table `search_document` as matching reads it. */
export function databaseDocumentStore(db: Database): DocumentStore {
  return {
    async changesSince(sequence, limit) {
      const rows = await db
        .select({
          sequence: searchDocument.sequence,
          id: searchDocument.id,
          document: searchDocument.document,
          terms: searchDocument.terms,
        })
        .from(searchDocument)
        .where(gt(searchDocument.sequence, sequence))
        .orderBy(asc(searchDocument.sequence))
        .limit(limit)
      return rows.map((row) => ({
        ...row,
        document: row.document as SearchDocument | null,
        terms: row.terms as TermVector | null,
      }))
    },
    async documents(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .select({ document: searchDocument.document })
        .from(searchDocument)
        .where(and(among(searchDocument.id, ids), isNotNull(searchDocument.document)))
      return rows.map((row) => row.document as SearchDocument)
    },
    async vectors(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select({ id: searchDocument.id, terms: searchDocument.terms })
        .from(searchDocument)
        .where(and(among(searchDocument.id, ids), isNotNull(searchDocument.terms)))
      return new Map(rows.map((row) => [row.id, row.terms as TermVector]))
    },
    async statistics(keys): Promise<CorpusStatistics> {
      const [total] = await db.select().from(searchTotal).where(eq(searchTotal.id, 1))
      const rows = keys.length === 0 ? [] : await db.select().from(termFrequency).where(among(termFrequency.key, keys))
      return {
        documents: total?.documents ?? 0,
        lengths: (total?.lengths as Record<View, number> | undefined) ?? { words: 0, grams: 0, chars: 0 },
        frequencies: new Map(rows.filter((row) => row.documents > 0).map((row) => [row.key, row.documents])),
      }
    },
  }
}

/**
 * Writes or forgets one document with its term vector and frequencies. One lock lets writers in one after the other, so that
 * sequence numbers become visible in order. Answers whether anything changed.
 */
export async function writeDocument(
  tx: Tx,
  id: string,
  kind: SearchDocument['kind'],
  document: SearchDocument | null,
): Promise<boolean> {
  await tx.insert(searchTotal).values({ id: 1 }).onConflictDoNothing()
  await tx.select({ id: searchTotal.id }).from(searchTotal).where(eq(searchTotal.id, 1)).for('update')
  const [old] = await tx
    .select({ document: searchDocument.document, terms: searchDocument.terms })
    .from(searchDocument)
    .where(eq(searchDocument.id, id))
  const oldTerms = (old?.terms ?? null) as TermVector | null
  if (!document && !oldTerms) return false
  if (document && oldTerms && JSON.stringify(sorted(old?.document)) === JSON.stringify(sorted(document))) return false
  const terms = document ? termVector(document) : null
  await count(tx, oldTerms, -1)
  await count(tx, terms, 1)
  const sequence = sql<number>`nextval('search_sequence')`
  const row = { kind, sequence, document, terms, indexedAt: sql`clock_timestamp()` }
  await tx
    .insert(searchDocument)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: searchDocument.id, set: row })
  return true
}

async function count(tx: Tx, terms: TermVector | null, by: 1 | -1): Promise<void> {
  if (!terms) return
  const keys = [...new Set(termKeys(terms))].sort()
  await tx.execute(
    sql`insert into term_frequency (key, documents) select key, ${by} from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as key
        on conflict (key) do update set documents = term_frequency.documents + ${by}`,
  )
  const lengths = vectorLengths(terms)
  const sums = views.map((view) => sql`${view}::text, coalesce((lengths->>${view})::bigint, 0) + ${by * lengths[view]}`)
  await tx.execute(
    sql`update search_total set documents = documents + ${by}, lengths = jsonb_build_object(${sql.join(sums, sql`, `)}) where id = 1`,
  )
}

/** jsonb gives keys back in its own order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
