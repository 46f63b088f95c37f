import { type Fen, type MoneyUnit, fenFrom } from '../kernel/money'

export const transactionVolume = 'technology_transaction_volume'

/** A year (2026) or a quarter (2026Q3) as people ask for it; null when it is neither. */
export function periodFrom(text: string | null | undefined): string | null {
  return text && /^20\d{2}(Q[1-4])?$/.test(text) ? text : null
}

/** First and last quarter of a period. */
export const quartersOf = (period: string): { from: string; to: string } =>
  period.includes('Q') ? { from: period, to: period } : { from: `${period}Q1`, to: `${period}Q4` }

/** The same period, and the same moment, one year before: what "compared with last year" compares with. */
export function yearBefore(period: string, at: Date): { period: string; at: Date } {
  const earlier = new Date(at)
  earlier.setUTCFullYear(at.getUTCFullYear() - 1)
  return { period: `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`, at: earlier }
}

/** Growth as a share of the earlier figure; null where there was nothing or less to compare with. */
export const growth = (now: Fen, before: Fen): number | null =>
  before > 0n ? Number(((now - before) * 10_000n) / before) / 10_000 : null

/** A target in the indicator's unit, in fen; null for units that are not money. */
export function targetFen(value: number, unit: string): Fen | null {
  return ['元', '万元', '亿元'].includes(unit) ? fenFrom(String(value), unit as MoneyUnit) : null
}
