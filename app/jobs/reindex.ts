import { asc, gt } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '#db/client'
import { achievement, capability, challenge } from '#db/schema'
import { type DocumentKind, type SearchDocument, documentId } from '#search/document'
import type { SearchEngine } from '#search/engine'
import { databaseDocumentStore, writeDocument } from '~/domain/matching/document-store.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import { feedEngine, movePosition, newestSequence } from './feed-engine'

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

async function* documentsOf(db: Database): AsyncGenerator<SearchDocument> {
  const store = databaseDocumentStore(db)
  for (let last = 0; ;) {
    const changes = await store.changesSince(last, perRead)
    for (const { document } of changes) if (document) yield document
    if (changes.length < perRead) return
    last = changes.at(-1)!.sequence
  }
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
  const before = await newestSequence(db)
  const built = await engine.rebuild(documentsOf(db), onProgress)
  await movePosition(db, engine, before)
  await feedEngine(db, engine)
  return built
}
