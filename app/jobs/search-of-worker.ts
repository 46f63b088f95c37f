import { eq } from 'drizzle-orm'
import type { Database } from '#db/client'
import { searchDocument } from '#db/schema'
import { EmbeddedEngine } from '#search/embedded'
import type { SearchEngine } from '#search/engine'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { keptNames } from '~/domain/matching/names.server'
import { keptSynonyms } from '~/domain/matching/synonyms.server'
import type { Search } from '~/services/search/search.server'
import { positionOf } from './feed-engine'

/** How jobs search. */
export interface JobSearch {
  /**
   * The search, once its engine knows of a document as the table has it now (without one: as it is); null while it has not been
   * told of it.
   */
  knowing(documentId: string | null): Promise<Search | null>
  close(): Promise<void>
}

/** An index in memory that no job has asked for so long is let go. */
const idleMs = 10 * 60_000

/**
 * The engine beside the database where there is one; else one in this process, as the web process has it: built from the document
 * table when a job first asks, brought up to date whenever one asks, and let go when none does.
 */
export function searchOfWorker(db: Database, beside: SearchEngine | null): JobSearch {
  const parts = { store: databaseDocumentStore(db), synonyms: keptSynonyms(db), names: keptNames(db) }
  let inside: EmbeddedEngine | null = null
  let idle: NodeJS.Timeout | undefined
  const letGo = () => {
    inside = null
  }
  return {
    async knowing(documentId) {
      if (beside && documentId === null) return { engine: beside, ...parts }
      if (beside) {
        const [row] = await db
          .select({ sequence: searchDocument.sequence })
          .from(searchDocument)
          .where(eq(searchDocument.id, documentId!))
        const told = await positionOf(db, beside)
        // What never could be found, no engine has to be told of.
        return !row || row.sequence <= told ? { engine: beside, ...parts } : null
      }
      clearTimeout(idle)
      idle = setTimeout(letGo, idleMs).unref()
      inside ??= new EmbeddedEngine({ store: parts.store, followEvery: 0 })
      const engine = inside
      await engine.refresh()
      return { engine, ...parts }
    },
    async close() {
      clearTimeout(idle)
      await inside?.close()
      letGo()
    },
  }
}
