import type { Database } from '#db/client'
import { type SearchDocument, documentId } from '#search/document'
import { writeDocument } from '~/domain/matching/document-store.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'

export interface IndexJob {
  kind: SearchDocument['kind']
  id: string
}

/** Reads the row again and writes or forgets its document: may run twice, late or out of order. Answers whether anything changed. */
export async function indexDocument(db: Database, job: IndexJob): Promise<boolean> {
  return db.transaction(async (tx) =>
    writeDocument(tx, documentId(job.kind, job.id), job.kind, await searchDocumentOf(tx, job.kind, job.id)),
  )
}
