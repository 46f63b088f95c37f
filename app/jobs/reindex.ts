import { asc, desc, gt } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '#db/client'
import { achievement, capability, challenge, searchDocument } from '#db/schema'
import { type DocumentKind, type DocumentStore, type SearchDocument, documentId } from '#search/document'
import type { SearchEngine } from '#search/engine'
import { databaseDocumentStore, writeDocument } from '~/domain/matching/document-store.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'

const perRead = 500

const tables = { challenge, achievement, capability } as const satisfies Record<DocumentKind, PgTable>

/** Every id of a kind, in order; each read starts after the last, so that nothing is held open meanwhile. */
async function* idsOf(db: Database, kind: DocumentKind): AsyncGenerator<string> {
  const table = tables[kind]
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db
      .select({ id: table.id })
      .from(table as typeof challenge)
      .where(gt(table.id, last))
      .orderBy(asc(table.id))
      .limit(perRead)
    for (const row of rows) yield row.id
    if (rows.length < perRead) return
    last = rows.at(-1)!.id
  }
}

export interface Rewritten {
  read: number
  /** Documents that were missing, old or too many. */
  changed: number
}

/** Reads every challenge and listing again and brings the document table up to date: one short transaction each. */
export async function rewriteDocuments(db: Database, onProgress?: (done: number) => void): Promise<Rewritten> {
  const done: Rewritten = { read: 0, changed: 0 }
  for (const kind of ['challenge', 'achievement', 'capability'] as const) {
    for await (const key of idsOf(db, kind)) {
      const changed = await db.transaction(async (tx) =>
        writeDocument(tx, documentId(kind, key), kind, await searchDocumentOf(tx, kind, key)),
      )
      done.read += 1
      if (changed) done.changed += 1
      onProgress?.(done.read)
    }
  }
  return done
}

/** Changes of the store after a sequence, up to the present one. */
async function* changesAfter(store: DocumentStore, sequence: number) {
  for (let last = sequence; ;) {
    const changes = await store.changesSince(last, perRead)
    yield* changes
    if (changes.length < perRead) return
    last = changes.at(-1)!.sequence
  }
}

async function* documentsOf(store: DocumentStore): AsyncGenerator<SearchDocument> {
  for await (const { document } of changesAfter(store, 0)) if (document) yield document
}

const newestSequence = async (db: Database): Promise<number> => {
  const [row] = await db
    .select({ sequence: searchDocument.sequence })
    .from(searchDocument)
    .orderBy(desc(searchDocument.sequence))
    .limit(1)
  return row?.sequence ?? 0
}

/**
 * Builds the engine's index anew from the document table beside the one that serves, and swaps. What changed while it was being
 * built went into the old one, so it is told again afterwards.
 * @returns documents in the new index.
 */
export async function rebuildIndex(
  db: Database,
  engine: SearchEngine,
  onProgress?: (done: number) => void,
): Promise<number> {
  const store = databaseDocumentStore(db)
  const before = await newestSequence(db)
  const built = await engine.rebuild(documentsOf(store), onProgress)
  for await (const { id, document } of changesAfter(store, before)) {
    if (document) await engine.upsert([document])
    else await engine.remove([id])
  }
  return built
}

/** An engine that lost its index, or never had one, is filled from the document table. Answers whether it was. */
export async function refillEmptyIndex(db: Database, engine: SearchEngine): Promise<boolean> {
  const { available, documents } = await engine.health()
  if (available && documents > 0) return false
  const first = await documentsOf(databaseDocumentStore(db)).next()
  if (first.done) return false
  await rebuildIndex(db, engine)
  return true
}
