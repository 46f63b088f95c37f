import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { numberSequence } from '#db/schema'
import { yearOf } from './clock'

/**
 * The next number of a kind in its year, as `BD-2026-000123`. Gapless: the row's lock is held until the transaction ends, and a
 * transaction that fails gives its number back.
 */
export async function nextNumber(tx: Tx, kind: 'BD' | 'CG' | 'ZS' | 'HT' | 'RD', at: Date): Promise<string> {
  const year = yearOf(at)
  const [row] = await tx
    .insert(numberSequence)
    .values({ kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberSequence.kind, numberSequence.year],
      set: { last: sql`${numberSequence.last} + 1` },
    })
    .returning({ last: numberSequence.last })
  return `${kind}-${year}-${String(row!.last).padStart(6, '0')}`
}
