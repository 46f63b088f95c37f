/** An amount in fen (分), the only form in which money is stored and reckoned with. */
export type Fen = bigint

/** Largest amount that any field takes: 10 trillion yuan. Far above any contract, far below what bigint columns hold. */
export const maximumFen: Fen = 1_000_000_000_000_000n

export type MoneyUnit = '元' | '万元' | '亿元'

const fenPerUnit: Record<MoneyUnit, Fen> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n }

/**
 * Reads an amount as a person types it: `1,234.50`, `１２３４`, `120万`, `1.2 亿元`. Null when it is not an amount, is negative,
 * has a fraction of a fen, or is larger than {@link maximumFen}.
 */
export function fenFrom(text: string, unit: MoneyUnit = '元'): Fen | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '')
  const parts = /^(\d{1,16})(?:\.(\d{1,10}))?(万元|亿元|万|亿|元)?$/.exec(plain)
  if (!parts) return null
  const [, whole = '0', fraction = '', suffix] = parts
  const scale = fenPerUnit[suffix ? ((suffix.endsWith('元') ? suffix : `${suffix}元`) as MoneyUnit) : unit]
  const denominator = 10n ** BigInt(fraction.length)
  const scaled = (BigInt(whole) * denominator + BigInt(fraction || '0')) * scale
  if (scaled % denominator !== 0n) return null
  const fen = scaled / denominator
  return fen > maximumFen ? null : fen
}

/** Reads an amount in yuan. See {@link fenFrom}. */
export const fenFromYuan = (text: string): Fen | null => fenFrom(text, '元')

/** The unit in which an amount reads best: 元 below ten thousand yuan, 亿元 from a hundred million. */
export function readableUnit(fen: Fen): MoneyUnit {
  const size = fen < 0n ? -fen : fen
  return size >= fenPerUnit['亿元'] ? '亿元' : size >= fenPerUnit['万元'] ? '万元' : '元'
}

const unitNames: Record<string, Record<MoneyUnit, string>> = {
  'zh-CN': { 元: '元', 万元: '万元', 亿元: '亿元' },
  en: { 元: 'CNY', 万元: 'CNY 10k', 亿元: 'CNY 100m' },
}

/** The number alone, exact to the fen, with thousands separators and no needless zeros; `digits` rounds half up to as many decimals. */
export function fenNumber(fen: Fen, unit: MoneyUnit, digits?: number): string {
  const scale = fenPerUnit[unit]
  const places = scale.toString().length - 1
  let size = fen < 0n ? -fen : fen
  const kept = digits === undefined ? places : Math.min(digits, places)
  const step = 10n ** BigInt(places - kept)
  size = ((size + step / 2n) / step) * step
  const whole = (size / scale).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  let fraction = (size % scale).toString().padStart(places, '0').slice(0, kept)
  if (digits === undefined) fraction = fraction.replace(/0+$/, '')
  if (unit === '元' && digits === undefined && fraction.length === 1) fraction += '0'
  return `${fen < 0n && size > 0n ? '−' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** How an amount of this size is written in English: plain yuan, millions or billions. */
function englishUnit(like: Fen, digits = 2): [number: (fen: Fen) => string, unit: string] {
  const size = like < 0n ? -like : like
  if (size >= 1_000_000_000_00n) return [(fen) => fenNumber(fen / 10n, '亿元', digits), ' bn']
  if (size >= 1_000_000_00n) return [(fen) => fenNumber(fen * 100n, '亿元', digits), ' m']
  return [(fen) => fenNumber(fen, '元'), '']
}

/** An amount with its unit in the reader's language; `auto` picks the unit that reads best. */
export function formatFen(fen: Fen, unit: MoneyUnit | 'auto', locale: 'zh-CN' | 'en', digits?: number): string {
  if (locale === 'en') {
    const [number, unit] = englishUnit(fen, digits)
    return `CNY ${number(fen)}${unit}`
  }
  const chosen = unit === 'auto' ? readableUnit(fen) : unit
  return `${fenNumber(fen, chosen, digits)} ${unitNames[locale]![chosen]}`
}

/** Both ends in the unit of the higher one, which stands once: `500–900 万元`, `CNY 0.90–1.20 m`. */
export function formatFenRange(from: Fen, to: Fen, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') {
    const [number, unit] = englishUnit(to)
    return `CNY ${number(from)}–${number(to)}${unit}`
  }
  const unit = readableUnit(to)
  return `${fenNumber(from, unit)}–${formatFen(to, unit, locale)}`
}

/**
 * Splits an amount by integer weights so that the parts sum to it exactly: largest remainder, ties to the first-named.
 * Source: DESIGN 5, contracts and registration. Weights must be positive; a negative amount is split as its mirror.
 */
export function splitByLargestRemainder(amount: Fen, weights: readonly number[]): Fen[] {
  if (amount < 0n) return splitByLargestRemainder(-amount, weights).map((part) => -part)
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  const parts = weights.map((weight) => ({
    floor: (amount * BigInt(weight)) / total,
    rest: (amount * BigInt(weight)) % total,
  }))
  let left = amount - parts.reduce((sum, part) => sum + part.floor, 0n)
  const order = parts.map((_, index) => index).sort((a, b) => Number(parts[b]!.rest - parts[a]!.rest) || a - b)
  const result = parts.map((part) => part.floor)
  for (const index of order) {
    if (left === 0n) break
    result[index]! += 1n
    left -= 1n
  }
  return result
}
