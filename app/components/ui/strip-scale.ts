/** One measurable requirement, figures in `unit`; `valueTo` only with `between`. */
export interface StripTarget {
  name: string
  comparator: '>=' | '<=' | '=' | 'between'
  value: number
  valueTo?: number | null
  unit: string
  /** false: wished for (期望), not required */
  must: boolean
}

export interface StripScale {
  kind: 'linear' | 'logarithmic'
  from: number
  to: number
  /** 0 at the left end, 1 at the right; what lies outside stands at the end. */
  place: (value: number) => number
}

/** From this ratio of the largest to the smallest figure on, equal steps mean equal factors. */
const manyTimes = 30

/** The requirement as a stretch of the number line; an open side is infinite. */
export function requiredRegion(target: StripTarget): [number, number] {
  switch (target.comparator) {
    case '>=':
      return [target.value, Infinity]
    case '<=':
      return [-Infinity, target.value]
    case '=':
      return [target.value, target.value]
    case 'between': {
      const other = target.valueTo ?? target.value
      return [Math.min(target.value, other), Math.max(target.value, other)]
    }
  }
}

/**
 * A scale that holds the requirement and every figure with room on both sides, its ends round. Logarithmic where positive figures
 * span decades. A scale of positive figures never goes below zero; one of shares of a whole ends at 100 %.
 */
export function scaleOf(target: StripTarget, figures: readonly (number | readonly [number, number])[]): StripScale {
  const points = [...requiredRegion(target), ...figures.flat()]
    .filter((point) => Number.isFinite(point))
    .map((point) => (Math.abs(point) < 1e-30 ? 0 : point))
  const low = Math.min(...points)
  const high = Math.max(...points)
  const most = target.unit === '%' && low >= 0 && high <= 100 && requiredRegion(target)[0] < 100 ? 100 : Infinity
  return low > 0 && high / low >= manyTimes ? logarithmic(low, high, most) : linear(low, high, most)
}

function linear(low: number, high: number, most: number): StripScale {
  const size = Math.max(Math.abs(low), Math.abs(high))
  const room = high - low > size * 1e-9 ? (high - low) * 0.3 : size * 0.5 || 1
  const step = roundStep((high - low + 2 * room) / 10)
  let from = tidy(Math.floor((low - room) / step) * step)
  const to = Math.min(most, tidy(Math.ceil((high + room) / step) * step))
  if (low >= 0 && (from < 0 || from <= to * 0.2)) from = 0
  return { kind: 'linear', from, to, place: (value) => within((value - from) / (to - from)) }
}

function logarithmic(low: number, high: number, most: number): StripScale {
  const from = roundDown(low / 1.5)
  const to = Math.min(most, roundUp(high * 1.5))
  const span = Math.log(to / from)
  return { kind: 'logarithmic', from, to, place: (value) => (value <= 0 ? 0 : within(Math.log(value / from) / span)) }
}

const within = (share: number) => Math.min(1, Math.max(0, share))
const tidy = (value: number) => Number(value.toPrecision(12))

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return tidy((lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power)
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const lead = tidy(value / power)
  return tidy((lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power)
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const lead = tidy(value / power)
  return tidy((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power)
}

const raised: Record<string, string> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

/** A technical figure as people read it: `1,200`, `−0.05`, `1.6×10⁻⁸`. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return '—'
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const [lead = '', power = ''] = size.toExponential(3).split('e')
    const exponent = [...String(Number(power))].map((digit) => raised[digit] ?? digit).join('')
    const factor = String(Number(lead))
    return `${sign}${factor === '1' ? '' : `${factor}×`}10${exponent}`
  }
  return sign + new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 }).format(size)
}

/** One value, or a range from its smaller to its larger end. */
export function formatFigureOrRange(value: number | readonly [number, number]): string {
  return typeof value === 'number' ? formatFigure(value) : `${formatFigure(value[0])}~${formatFigure(value[1])}`
}
