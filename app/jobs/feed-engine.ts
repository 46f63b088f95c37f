import { count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { searchDocument, searchPosition } from '#db/schema'
import type { SearchDocument } from '#search/document'
import type { SearchEngine } from '#search/engine'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { rebuildIndex } from './reindex'

const perBatch = 1000

/** The sequence that this engine's index has been told of; 0 for a new one. */
export async function positionOf(db: Database, engine: SearchEngine): Promise<number> {
  const [row] = await db
    .select({ sequence: searchPosition.sequence })
    .from(searchPosition)
    .where(eq(searchPosition.index, engine.index))
  return row?.sequence ?? 0
}

/** Notes how far an engine has been told. */
export async function movePosition(db: Database, engine: SearchEngine, sequence: number): Promise<void> {
  const moved = { sequence, movedAt: sql`clock_timestamp()` }
  await db
    .insert(searchPosition)
    .values({ index: engine.index, ...moved })
    .onConflictDoUpdate({ target: searchPosition.index, set: moved })
}

/** Sequence of the last change of the document table. */
export async function newestSequence(db: Database): Promise<number> {
  const [row] = await db
    .select({ sequence: searchDocument.sequence })
    .from(searchDocument)
    .orderBy(desc(searchDocument.sequence))
    .limit(1)
  return row?.sequence ?? 0
}

/**
 * Tells an engine beside the database what changed in the document table since it last heard, in batches. Broken off, it tells
 * the last batch again, which changes nothing. One at a time: the queue sees to that.
 */
export async function feedEngine(db: Database, engine: SearchEngine): Promise<void> {
  const store = databaseDocumentStore(db)
  let position = await positionOf(db, engine)
  for (;;) {
    const changes = await store.changesSince(position, perBatch)
    if (changes.length === 0) return
    const living = changes.flatMap(({ document }): SearchDocument[] => (document ? [document] : []))
    await engine.upsert(living)
    await engine.remove(changes.filter(({ document }) => !document).map(({ id }) => id))
    position = changes.at(-1)!.sequence
    await movePosition(db, engine, position)
  }
}

/** Brings an engine up to date and, where it then holds too many or too few documents, builds its index anew. Answers whether it did. */
export async function mendIndex(db: Database, engine: SearchEngine): Promise<boolean> {
  const before = await engine.health()
  // An index that is not there, or holds nothing, was told of nothing.
  if (!before.available || before.documents === 0) await movePosition(db, engine, 0)
  await feedEngine(db, engine)
  const told = await positionOf(db, engine)
  const [living] = await db
    .select({ documents: count() })
    .from(searchDocument)
    .where(isNotNull(searchDocument.document))
  const { documents } = await engine.health()
  if (documents === living!.documents || (await newestSequence(db)) !== told) return false
  await rebuildIndex(db, engine)
  return true
}
