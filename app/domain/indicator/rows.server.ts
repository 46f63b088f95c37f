import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type Actor, isStaff } from '../kernel/actor'
import { type Part, contractsSql, countedSql, entriesSql } from './ledger.server'
import { type Ask, type FigureView, formulaAt } from './queries.server'
import type { PublicRow } from './recompute'
import { transactionVolume } from './rules'

/** Staff see which contract a row is; the public sees the masked row alone. Source: DESIGN 5, indicators. */
export const seesContracts = (actor: Actor): boolean => isStaff(actor, 'registrar', 'analyst', 'audit_administrator')

/** One row behind a figure: `fen` is what it adds to it. */
export interface RowView extends PublicRow {
  fen: string
  contract: { number: string; title: string; sellers: string; buyers: string; recorded_at: string } | null
}

export interface RowsView {
  /** Of all rows, not only of this page: equal to the figure that was opened. */
  total: FigureView
  count: number
  rows: RowView[]
}

type Raw = Record<string, string> & { sold: boolean; bought: boolean }

const publicRow = (raw: Raw): PublicRow => ({
  commitment: raw.commitment!,
  type: raw.type as PublicRow['type'],
  period: raw.period!,
  origin_period: raw.origin_period!,
  kind: raw.kind!,
  field: raw.field!,
  origin: raw.origin!,
  flow: raw.sold ? (raw.bought ? 'both' : 'output') : raw.bought ? 'absorbed' : 'none',
  contract_value_fen: raw.contract_value_fen!,
  technology_amount_fen: raw.technology_amount_fen!,
  output_contract_value_fen: raw.output_contract_value_fen!,
  output_technology_amount_fen: raw.output_technology_amount_fen!,
  absorbed_contract_value_fen: raw.absorbed_contract_value_fen!,
  absorbed_technology_amount_fen: raw.absorbed_technology_amount_fen!,
})

/** The rows behind a figure or a part of it, newest first, a page at a time. */
export async function indicatorRows(
  db: Queryable,
  actor: Actor,
  ask: Ask & { part: Part; limit: number; offset: number },
): Promise<RowsView> {
  const formula = await formulaAt(db, ask.code ?? transactionVolume, ask.at)
  const scope = { region: formula.region, kinds: formula.kinds, period: ask.period, at: ask.at }
  const reading = { basis: ask.basis ?? formula.basis, flow: ask.flow ?? formula.flow }
  const counted = countedSql(scope, reading, ask.part)
  const [total] = await db.execute<{ fen: string; contracts: string; count: string }>(
    sql`select coalesce(sum(fen), 0)::text as fen, coalesce(sum(${contractsSql}), 0)::text as contracts, count(*)::text as count
        from (${counted}) c`,
  )
  const names = (side: string) =>
    sql`(select string_agg(p.name, '、' order by p.position) from contract_party p where p.contract_id = k.id and p.side = ${side})`
  const page = sql`select * from (${counted}) c order by recorded_at desc, id desc limit ${ask.limit} offset ${ask.offset}`
  const rows = seesContracts(actor)
    ? await db.execute<Raw>(
        sql`select c.*, k.number, k.title, ${names('seller')} as sellers, ${names('buyer')} as buyers
            from (${page}) c join contract k on k.id = c.contract_id order by c.recorded_at desc, c.id desc`,
      )
    : await db.execute<Raw>(page)
  return {
    total: { fen: total!.fen, contracts: Number(total!.contracts) },
    count: Number(total!.count),
    rows: rows.map((raw) => ({
      ...publicRow(raw),
      fen: raw.fen!,
      contract: raw.number
        ? {
            number: raw.number,
            title: raw.title!,
            sellers: raw.sellers!,
            buyers: raw.buyers!,
            recorded_at: new Date(raw.recorded_at!).toISOString(),
          }
        : null,
    })),
  }
}

/** Every entry of a period as the public may read it, in the order of recording: what {@link recompute} takes. */
export async function publicRows(
  db: Queryable,
  ask: { code?: string; period: string; at: Date },
): Promise<{ formula: Awaited<ReturnType<typeof formulaAt>>; rows: PublicRow[] }> {
  const formula = await formulaAt(db, ask.code ?? transactionVolume, ask.at)
  const scope = { region: formula.region, kinds: formula.kinds, period: ask.period, at: ask.at }
  const rows = await db.execute<Raw>(sql`select * from (${entriesSql(scope)}) e order by id limit ${mostPublicRows}`)
  return { formula, rows: rows.map(publicRow) }
}

/** A year of one city's registry fits; a file that would be cut short says so by its length. */
export const mostPublicRows = 200_000
