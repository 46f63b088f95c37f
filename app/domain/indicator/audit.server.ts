import { asc, gt, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { contract, contractEntry, contractEntryShare } from '#db/schema'
import { entryCommitment } from '../contract/ledger.server'
import { indicatorBreakdown, indicatorTotal } from './queries.server'
import { bases, flows, recompute } from './recompute'
import { publicRows } from './rows.server'

/** A figure of the pages beside the one that comes out of the public rows. */
export interface Comparison {
  name: string
  shown: string
  recomputed: string
}

/** Every figure of every year that has entries, and its parts, held against its recomputation from public rows. */
export async function compareFigures(db: Queryable, at: Date): Promise<Comparison[]> {
  const years = await db.execute<{ year: string }>(
    sql`select distinct left(period, 4) as year from contract_entry order by 1`,
  )
  const comparisons: Comparison[] = []
  for (const { year } of years) {
    const { formula, rows } = await publicRows(db, { period: year, at })
    for (const basis of bases) {
      for (const flow of flows) {
        const ask = { period: year, basis, flow, at }
        const again = recompute(rows, { basis, flow, period: year, kinds: formula.kinds })
        const shown = await indicatorTotal(db, ask)
        const name = `${formula.code} ${year} ${basis} ${flow}`
        comparisons.push({ name, shown: shown.fen, recomputed: again.fen.toString() })
        const breakdown = await indicatorBreakdown(db, ask)
        for (const dimension of ['kind', 'field', 'origin', 'quarter'] as const) {
          const keys = new Set([...Object.keys(again[dimension]), ...breakdown[dimension].map((part) => part.key)])
          for (const key of keys) {
            comparisons.push({
              name: `${name} ${dimension}=${key}`,
              shown: breakdown[dimension].find((part) => part.key === key)?.fen ?? '0',
              recomputed: (again[dimension][key]?.fen ?? 0n).toString(),
            })
          }
        }
      }
    }
  }
  return comparisons
}

/** Ids of entries whose public commitment does not bind the facts that are stored. Reads the ledger in steps. */
export async function unboundEntries(db: Queryable, step = 1_000): Promise<number[]> {
  const unbound: number[] = []
  for (let after = 0; ;) {
    const entries = await db
      .select()
      .from(contractEntry)
      .where(gt(contractEntry.id, after))
      .orderBy(asc(contractEntry.id))
      .limit(step)
    if (entries.length === 0) return unbound
    after = entries.at(-1)!.id
    const shares = await db
      .select()
      .from(contractEntryShare)
      .where(
        inArray(
          contractEntryShare.entryId,
          entries.map((entry) => entry.id),
        ),
      )
      .orderBy(asc(contractEntryShare.entryId), asc(contractEntryShare.position))
    const numbers = await db
      .select({ id: contract.id, number: contract.registrationNumber })
      .from(contract)
      .where(
        inArray(
          contract.id,
          entries.map((entry) => entry.contractId),
        ),
      )
    for (const entry of entries) {
      const bound = entryCommitment(entry.salt, {
        registrationNumber: numbers.find((each) => each.id === entry.contractId)?.number ?? '',
        contractVersion: entry.contractVersion,
        type: entry.type,
        kind: entry.kind,
        field: entry.field,
        origin: entry.origin,
        period: entry.period,
        originPeriod: entry.originPeriod,
        contractValueFen: entry.contractValueFen,
        technologyAmountFen: entry.technologyAmountFen,
        shares: shares
          .filter((share) => share.entryId === entry.id)
          .map(({ side, region, partyType, contractValueFen, technologyAmountFen }) => ({
            side,
            region,
            partyType,
            contractValueFen,
            technologyAmountFen,
          })),
      })
      if (bound !== entry.commitment) unbound.push(entry.id)
    }
  }
}
