import type { SearchDocument } from '#search/document'
import { documentId } from '#search/document'
import type { WorkerContext } from './context'
import { writeDocument } from '~/domain/matching/document-store.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'

export interface IndexJob {
  kind: SearchDocument['kind']
  id: string
}

/** Reads the row again and writes or forgets its document: may run twice, late or out of order. */
export async function indexDocument(worker: WorkerContext, job: IndexJob): Promise<void> {
  const id = documentId(job.kind, job.id)
  const document = await worker.db.transaction(async (tx) => {
    const current = await searchDocumentOf(tx, job.kind, job.id)
    await writeDocument(tx, id, job.kind, current)
    return current
  })
  if (!worker.engine) return
  if (document) await worker.engine.upsert([document])
  else await worker.engine.remove([id])
}
