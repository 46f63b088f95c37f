import type { Fen } from '../kernel/money'

/** On which amount a figure stands, and which way technology flows between the district and elsewhere. */
export type Basis = 'technology_amount' | 'contract_value'
export type Flow = 'output' | 'absorbed' | 'union'
export const bases: readonly Basis[] = ['technology_amount', 'contract_value']
export const flows: readonly Flow[] = ['union', 'output', 'absorbed']

/**
 * One ledger entry as everybody may read it; amounts in fen as decimal strings, differences may be negative.
 * `output_*` is the part of the district's sellers, `absorbed_*` that of the district's buyers, each split over the parties of
 * its side. `flow` says on which sides the district stands: both, output, absorbed or none.
 */
export interface PublicRow {
  commitment: string
  type: 'registration' | 'amendment' | 'cancellation'
  /** Quarter in which it counts, and quarter of the first registration: 2026Q4. */
  period: string
  origin_period: string
  kind: string
  field: string
  origin: string
  flow: 'both' | 'output' | 'absorbed' | 'none'
  contract_value_fen: string
  technology_amount_fen: string
  output_contract_value_fen: string
  output_technology_amount_fen: string
  absorbed_contract_value_fen: string
  absorbed_technology_amount_fen: string
}

export interface Question {
  basis: Basis
  flow: Flow
  /** A year, 2026, or a quarter, 2026Q3. */
  period: string
  kinds: readonly string[]
}

export interface Figure {
  fen: Fen
  /** Registrations less cancellations. */
  contracts: number
}

export interface Recomputed extends Figure {
  kind: Record<string, Figure>
  field: Record<string, Figure>
  origin: Record<string, Figure>
  quarter: Record<string, Figure>
}

/**
 * What a row adds to a figure; null when it does not count. Output sums the parts of the district's sellers, absorbed those of
 * the district's buyers. Union counts the whole entry once when at least one party of either side is of the district: of a joint
 * contract that can be more than the district's own parts, and it is never more than all entries together.
 * Source: DESIGN 5, indicators; RULES 5, counting.
 */
export function counted(row: PublicRow, basis: Basis, flow: Flow): Fen | null {
  if (row.flow === 'none') return null
  if (flow === 'union') return BigInt(row[`${basis}_fen`])
  return row.flow === 'both' || row.flow === flow ? BigInt(row[`${flow}_${basis}_fen`]) : null
}

const one = { registration: 1, amendment: 0, cancellation: -1 } as const

/** A figure and its break-downs from public rows alone: what the page shows must come out, to the fen. */
export function recompute(rows: Iterable<PublicRow>, question: Question): Recomputed {
  const result: Recomputed = { fen: 0n, contracts: 0, kind: {}, field: {}, origin: {}, quarter: {} }
  const add = (figure: Figure, fen: Fen, row: PublicRow) => {
    figure.fen += fen
    figure.contracts += one[row.type]
  }
  for (const row of rows) {
    if (row.period !== question.period && row.period.slice(0, 4) !== question.period) continue
    if (!question.kinds.includes(row.kind)) continue
    const fen = counted(row, question.basis, question.flow)
    if (fen === null) continue
    add(result, fen, row)
    add((result.kind[row.kind] ??= { fen: 0n, contracts: 0 }), fen, row)
    add((result.field[row.field] ??= { fen: 0n, contracts: 0 }), fen, row)
    add((result.origin[row.origin] ??= { fen: 0n, contracts: 0 }), fen, row)
    add((result.quarter[row.period] ??= { fen: 0n, contracts: 0 }), fen, row)
  }
  return result
}
