import { type SQL, sql } from 'drizzle-orm'
import type { Basis, Flow } from './recompute'
import { quartersOf } from './rules'

/** Which entries are asked for: the formula's kinds and region, a period, and what was recorded up to a moment. */
export interface Scope {
  region: string
  kinds: readonly string[]
  period: string
  at: Date
}

/** Narrows a figure down to what one bar or cell shows. */
export interface Part {
  kind?: string
  field?: string
  origin?: string
  quarter?: string
  partyType?: string
}

export interface Reading {
  basis: Basis
  flow: Flow
}

/** How an entry counts contracts: registrations less cancellations. */
export const contractsSql = sql`case type when 'registration' then 1 when 'cancellation' then -1 else 0 end`

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

/**
 * The entries of a scope with the district's parts: one row per entry, `sold` and `bought` say on which sides the district stands.
 * Twin of PublicRow in recompute.ts.
 */
export function entriesSql(scope: Scope, part: Part = {}): SQL {
  const { from, to } = quartersOf(part.quarter ?? scope.period)
  const own = (side: 'seller' | 'buyer') => sql`s.side = ${side} and s.region = ${scope.region}`
  const partOf = (side: 'seller' | 'buyer', column: Basis) =>
    sql`coalesce(sum(${sql.raw(`s.${column}_fen`)}) filter (where ${own(side)}), 0)`
  return sql`
    select e.id, e.contract_id, e.type, e.kind, e.field, e.origin, e.period, e.origin_period, e.recorded_at, e.commitment,
      e.contract_value_fen, e.technology_amount_fen, d.*
    from contract_entry e cross join lateral (
      select ${partOf('seller', 'contract_value')} as output_contract_value_fen,
        ${partOf('seller', 'technology_amount')} as output_technology_amount_fen,
        ${partOf('buyer', 'contract_value')} as absorbed_contract_value_fen,
        ${partOf('buyer', 'technology_amount')} as absorbed_technology_amount_fen,
        coalesce(bool_or(${own('seller')}), false) as sold, coalesce(bool_or(${own('buyer')}), false) as bought
      from contract_entry_share s where s.entry_id = e.id) d
    where e.period between ${from} and ${to} and e.recorded_at <= ${scope.at.toISOString()}::timestamptz
      and e.kind = any(${textArray(scope.kinds)})
      ${part.kind ? sql`and e.kind = ${part.kind}` : sql``}
      ${part.field ? sql`and e.field = ${part.field}` : sql``}
      ${part.origin ? sql`and e.origin = ${part.origin}` : sql``}`
}

/** Which entries count for a flow. */
export const countsSql = (flow: Flow): SQL =>
  flow === 'union' ? sql`(sold or bought)` : flow === 'output' ? sql`sold` : sql`bought`

/** What an entry adds to a figure. */
export const fenSql = ({ basis, flow }: Reading): SQL =>
  flow === 'union' ? sql.raw(`${basis}_fen`) : sql.raw(`${flow}_${basis}_fen`)

/** Whose shares a break-down by party type reads: the sellers' for output and union, the buyers' for absorbed. */
export function typedSharesSql({ flow }: Reading, region: string): SQL {
  if (flow === 'union') return sql`s.side = 'seller'`
  return sql`s.side = ${flow === 'output' ? 'seller' : 'buyer'} and s.region = ${region}`
}

/** The counted entries of one reading, each with what it adds (`fen`); with a party type, what the parties of that type add. */
export function countedSql(scope: Scope, reading: Reading, part: Part = {}): SQL {
  const base = sql`select n.*, ${fenSql(reading)} as fen from (${entriesSql(scope, part)}) n where ${countsSql(reading.flow)}`
  if (!part.partyType) return base
  const column = sql.raw(`s.${reading.basis}_fen`)
  return sql`select c.id, c.contract_id, c.type, c.kind, c.field, c.origin, c.period, c.origin_period, c.recorded_at, c.commitment,
      c.contract_value_fen, c.technology_amount_fen, c.output_contract_value_fen, c.output_technology_amount_fen,
      c.absorbed_contract_value_fen, c.absorbed_technology_amount_fen, c.sold, c.bought, t.fen
    from (${base}) c cross join lateral (
      select sum(${column}) as fen from contract_entry_share s
      where s.entry_id = c.id and s.party_type = ${part.partyType} and ${typedSharesSql(reading, scope.region)}) t
    where t.fen is not null`
}
