import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { indicatorFormula, indicatorTarget } from '#db/schema'
import { dayOf } from '../kernel/clock'
import { notFound } from '../kernel/errors'
import {
  type Part,
  type Reading,
  type Scope,
  contractsSql,
  countedSql,
  countsSql,
  entriesSql,
  fenSql,
  typedSharesSql,
} from './ledger.server'
import { type Basis, type Flow, bases, flows } from './recompute'
import { growth, targetFen, transactionVolume, yearBefore } from './rules'

/** What is asked: without basis or flow, the formula's own. `at` is the moment up to which entries count. */
export interface Ask {
  code?: string
  period: string
  basis?: Basis
  flow?: Flow
  at: Date
}

export interface FormulaView {
  code: string
  version: number
  basis: Basis
  flow: Flow
  kinds: string[]
  region: string
}

/** The formula in force on the day. @throws not_found for an indicator without one. */
export async function formulaAt(db: Queryable, code: string, at: Date): Promise<FormulaView> {
  const [row] = await db
    .select({
      code: indicatorFormula.code,
      version: indicatorFormula.version,
      basis: indicatorFormula.basis,
      flow: indicatorFormula.flow,
      kinds: indicatorFormula.kinds,
      region: indicatorFormula.region,
    })
    .from(indicatorFormula)
    .where(and(eq(indicatorFormula.code, code), lte(indicatorFormula.validFrom, dayOf(at))))
    .orderBy(desc(indicatorFormula.version))
    .limit(1)
  if (!row) throw notFound()
  return row
}

/** An amount with its count, as views carry it. */
export interface FigureView {
  fen: string
  contracts: number
}

export interface IndicatorView extends FigureView {
  formula: FormulaView
  basis: Basis
  flow: Flow
  period: string
  /** Last year's same period up to the same day. `growth` is a share of it, null where it was nothing. */
  before: FigureView & { growth: number | null }
  /** The target of the year, where there is one; `value` in `unit`. */
  target: { year: number; sign: string; value: number; unit: string; source: string; fen: string | null } | null
}

async function asked(db: Queryable, ask: Ask): Promise<{ formula: FormulaView; scope: Scope; reading: Reading }> {
  const formula = await formulaAt(db, ask.code ?? transactionVolume, ask.at)
  return {
    formula,
    scope: { region: formula.region, kinds: formula.kinds, period: ask.period, at: ask.at },
    reading: { basis: ask.basis ?? formula.basis, flow: ask.flow ?? formula.flow },
  }
}

async function figure(db: Queryable, scope: Scope, reading: Reading, part: Part = {}): Promise<FigureView> {
  const [row] = await db.execute<{ fen: string; contracts: string }>(
    sql`select coalesce(sum(fen), 0)::text as fen, coalesce(sum(${contractsSql}), 0)::text as contracts
        from (${countedSql(scope, reading, part)}) c`,
  )
  return { fen: row!.fen, contracts: Number(row!.contracts) }
}

/** The indicator's figure for a period, from the ledger and the formula in force, with last year and the year's target. */
export async function indicatorTotal(db: Queryable, ask: Ask): Promise<IndicatorView> {
  const { formula, scope, reading } = await asked(db, ask)
  const total = await figure(db, scope, reading)
  const before = await figure(db, { ...scope, ...yearBefore(ask.period, ask.at) }, reading)
  const [target] = await db
    .select({
      year: indicatorTarget.year,
      sign: indicatorTarget.sign,
      value: indicatorTarget.value,
      unit: indicatorTarget.unit,
      source: indicatorTarget.source,
    })
    .from(indicatorTarget)
    .where(and(eq(indicatorTarget.code, formula.code), eq(indicatorTarget.year, Number(ask.period.slice(0, 4)))))
  return {
    ...total,
    formula,
    ...reading,
    period: ask.period,
    before: { ...before, growth: growth(BigInt(total.fen), BigInt(before.fen)) },
    target: target ? { ...target, fen: targetFen(target.value, target.unit)?.toString() ?? null } : null,
  }
}

/** Both bases by all three flows, and what the district's own parties trade among each other. */
export type Sides = Record<Basis, Record<Flow | 'within', FigureView>>

export async function indicatorSides(db: Queryable, ask: Ask): Promise<Sides> {
  const { scope } = await asked(db, ask)
  const columns = bases.flatMap((basis) => [
    ...flows.map((flow) => ({ basis, flow, fen: fenSql({ basis, flow }), counts: countsSql(flow) })),
    { basis, flow: 'within' as const, fen: fenSql({ basis, flow: 'union' }), counts: sql`(sold and bought)` },
  ])
  const selected = columns.map(
    ({ fen, counts }, index) =>
      sql`coalesce(sum(${fen}) filter (where ${counts}), 0)::text as ${sql.raw(`f${index}`)},
        coalesce(sum(${contractsSql}) filter (where ${counts}), 0)::text as ${sql.raw(`n${index}`)}`,
  )
  const [row] = await db.execute<Record<string, string>>(
    sql`select ${sql.join(selected, sql`, `)} from (${entriesSql(scope)}) e`,
  )
  const sides = { technology_amount: {}, contract_value: {} } as Sides
  columns.forEach(({ basis, flow }, index) => {
    sides[basis][flow] = { fen: row![`f${index}`]!, contracts: Number(row![`n${index}`]) }
  })
  return sides
}

export type Dimension = 'kind' | 'field' | 'origin' | 'party_type' | 'quarter'

export interface PartView extends FigureView {
  key: string
  /** Of the year before; `growth` as in {@link IndicatorView}. */
  growth: number | null
}

/** A figure taken apart, largest part first; quarters in their order. The parts of every dimension sum to the figure. */
export type Breakdown = Record<Dimension, PartView[]>

export async function indicatorBreakdown(db: Queryable, ask: Ask): Promise<Breakdown> {
  const { scope, reading } = await asked(db, ask)
  const now = await parts(db, scope, reading)
  const before = await parts(db, { ...scope, ...yearBefore(ask.period, ask.at) }, reading)
  const result = {} as Breakdown
  for (const dimension of ['kind', 'field', 'origin', 'party_type', 'quarter'] as const) {
    const earlier = (key: string) =>
      before.find((each) => each.dimension === dimension && each.key === earlierKey(dimension, key))
    result[dimension] = now
      .filter((each) => each.dimension === dimension)
      .map(({ key, fen, contracts }) => ({
        key,
        fen,
        contracts,
        growth: growth(BigInt(fen), BigInt(earlier(key)?.fen ?? '0')),
      }))
      .sort((a, b) => (dimension === 'quarter' ? a.key.localeCompare(b.key) : BigInt(b.fen) > BigInt(a.fen) ? 1 : -1))
  }
  return result
}

const earlierKey = (dimension: Dimension, key: string): string =>
  dimension === 'quarter' ? `${Number(key.slice(0, 4)) - 1}${key.slice(4)}` : key

async function parts(db: Queryable, scope: Scope, reading: Reading) {
  const rows = await db.execute<{ dimension: Dimension; key: string; fen: string; contracts: string }>(sql`
    with c as (${countedSql(scope, reading)})
    select case grouping(kind, field, origin, period) when 7 then 'kind' when 11 then 'field' when 13 then 'origin' else 'quarter' end as dimension,
      coalesce(kind, field, origin, period) as key, sum(fen)::text as fen, sum(${contractsSql})::text as contracts
    from c group by grouping sets ((kind), (field), (origin), (period))
    union all
    select 'party_type', s.party_type, sum(${sql.raw(`s.${reading.basis}_fen`)})::text,
      count(distinct c.id) filter (where type = 'registration')::bigint - count(distinct c.id) filter (where type = 'cancellation')::bigint || ''
    from c join contract_entry_share s on s.entry_id = c.id and ${typedSharesSql(reading, scope.region)}
    group by s.party_type`)
  return rows.map((row) => ({ ...row, contracts: Number(row.contracts) }))
}

/** The figure of every quarter from the first of `years` years before the period's to its own year. */
export async function indicatorQuarters(db: Queryable, ask: Ask, years = 2): Promise<(FigureView & { key: string })[]> {
  const { scope, reading } = await asked(db, ask)
  const last = Number(ask.period.slice(0, 4))
  const found = new Map<string, FigureView>()
  for (let year = last - years; year <= last; year += 1) {
    const rows = await db.execute<{ key: string; fen: string; contracts: string }>(
      sql`select period as key, sum(fen)::text as fen, sum(${contractsSql})::text as contracts
          from (${countedSql({ ...scope, period: String(year) }, reading)}) c group by period`,
    )
    for (const row of rows) found.set(row.key, { fen: row.fen, contracts: Number(row.contracts) })
  }
  return Array.from({ length: (years + 1) * 4 }, (_, index) => {
    const key = `${last - years + Math.floor(index / 4)}Q${(index % 4) + 1}`
    return { key, ...(found.get(key) ?? { fen: '0', contracts: 0 }) }
  })
}

/** What later entries changed of earlier quarters, by the quarter in which they were recorded. */
export async function indicatorAdjustments(
  db: Queryable,
  ask: Ask,
): Promise<{ period: string; originPeriod: string; fen: string }[]> {
  const { scope, reading } = await asked(db, ask)
  const rows = await db.execute<{ period: string; origin_period: string; fen: string }>(
    sql`select period, origin_period, sum(fen)::text as fen from (${countedSql(scope, reading)}) c
        where period <> origin_period group by period, origin_period order by period, origin_period limit 40`,
  )
  return rows.map((row) => ({ period: row.period, originPeriod: row.origin_period, fen: row.fen }))
}

/** What was recorded since a moment, as the indicator counts it. */
export async function registeredSince(db: Queryable, ask: Ask, since: Date): Promise<FigureView> {
  const { scope, reading } = await asked(db, ask)
  const [row] = await db.execute<{ fen: string; contracts: string }>(
    sql`select coalesce(sum(fen), 0)::text as fen, coalesce(sum(${contractsSql}), 0)::text as contracts
        from (${countedSql(scope, reading)}) c where recorded_at > ${since.toISOString()}::timestamptz`,
  )
  return { fen: row!.fen, contracts: Number(row!.contracts) }
}
