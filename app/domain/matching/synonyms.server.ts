import { asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import { synonymGroup } from '#db/schema'
import { type SynonymTable, synonymTable } from '#search/matching'
import { kept } from '../kernel/kept'

export interface SynonymGroupView {
  id: string
  words: string[]
  note: string
  active: boolean
}

const shown = {
  id: synonymGroup.id,
  words: synonymGroup.words,
  note: synonymGroup.note,
  active: synonymGroup.active,
}

/** All groups, those of one subject together. */
export const synonymGroups = (db: Queryable): Promise<SynonymGroupView[]> =>
  db.select(shown).from(synonymGroup).orderBy(asc(synonymGroup.note), asc(synonymGroup.words), asc(synonymGroup.id))

export async function synonymGroupById(db: Queryable, id: string): Promise<SynonymGroupView | null> {
  const [found] = await db.select(shown).from(synonymGroup).where(eq(synonymGroup.id, id))
  return found ?? null
}

export async function lockedSynonyms(tx: Tx, id: string | null): Promise<SynonymGroupView | null> {
  if (!id) return null
  const [found] = await tx.select(shown).from(synonymGroup).where(eq(synonymGroup.id, id)).for('update')
  return found ?? null
}

/** What matching reads: the active groups, read again after half a minute. */
export const keptSynonyms = (db: Queryable, now?: () => number): (() => Promise<SynonymTable>) =>
  kept(() => activeSynonyms(db), 30_000, now)

async function activeSynonyms(db: Queryable): Promise<SynonymTable> {
  const rows = await db.select({ words: synonymGroup.words }).from(synonymGroup).where(eq(synonymGroup.active, true))
  return synonymTable(rows.map(({ words }) => words))
}
