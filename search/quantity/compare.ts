import { convertUnits, parseUnit, tidy } from './unit'
import type { Target, Verdict } from './types'

/** A committed or measured value held against a target. */
export interface Comparison {
  verdict: Verdict
  /** signed share of the target's value by which it is better (+) or worse (−); for `between` of the target's width; null when unknown */
  difference: number | null
  /** in the target's unit; null when the units do not fit */
  converted: number | [number, number] | null
}

const unknown: Comparison = { verdict: 'unknown', difference: null, converted: null }

/**
 * Compares a value or [low, high] in `unit` with a target, as for a bid's commitment or a measured result.
 * Equality meets. A range meets `>=` and `<=` only with its worse end, `=` only when both ends equal it, and
 * `between` when it covers the whole of it. Units that do not fit, or are not understood, give `unknown`.
 */
export function compare(target: Target, value: number | [number, number], unit: string): Comparison {
  const from = parseUnit(unit)
  const to = parseUnit(target.unit)
  if (!from || !to || from.key !== to.key) return unknown
  const difference = speaksOfDifference(target.name)
  const turn = (x: number) => convertUnits(x, from, to, difference)
  const converted: number | [number, number] =
    typeof value === 'number' ? turn(value) : order(turn(value[0]), turn(value[1]))
  return { ...decide(target, converted), converted }
}

/** Verdict and relative distance for a value already in the target's unit. */
export function decide(
  target: Target,
  converted: number | [number, number],
): Pick<Comparison, 'verdict' | 'difference'> {
  const [low, high] = typeof converted === 'number' ? [converted, converted] : converted
  if (!Number.isFinite(low) || !Number.isFinite(high)) return unknown
  const relative = (by: number, of: number) => tidy(by / (Math.abs(of) || 1))
  const slack = 1e-9 * Math.max(Math.abs(target.value), Math.abs(target.valueTo ?? 0), 1e-12)
  switch (target.comparator) {
    case '>=':
      return {
        verdict: low >= target.value - slack ? 'met' : 'missed',
        difference: relative(low - target.value, target.value),
      }
    case '<=':
      return {
        verdict: high <= target.value + slack ? 'met' : 'missed',
        difference: relative(target.value - high, target.value),
      }
    case '=': {
      const off = Math.max(Math.abs(low - target.value), Math.abs(high - target.value))
      return { verdict: off <= slack ? 'met' : 'missed', difference: relative(-off, target.value) }
    }
    case 'between': {
      if (target.valueTo == null) return unknown
      const [from, to] = order(target.value, target.valueTo)
      const spare = Math.min(from - low, high - to)
      return { verdict: spare >= -slack ? 'met' : 'missed', difference: relative(spare, to - from) }
    }
  }
}

/** True for names under which a temperature in K or ℃ is a difference, not a point on the scale. */
export function speaksOfDifference(name: string): boolean {
  return /温升|温差|温度差|Δ|波动|误差|偏差|精度|准确度|分辨|均匀|漂移|稳定|步[进长]|台阶|降温|升温|灵敏|梯度|过热度|过冷度|NETD|重复性/.test(
    name,
  )
}

export function order(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a]
}
