import { fenNumber, formatFen, readableUnit } from '~/domain/kernel/money'
import type { MoneyUnit } from '~/domain/kernel/money'
import { useText } from '~/i18n'

interface MoneyProps {
  /** Fen as a decimal string, as view types carry it. */
  fen: string
  unit?: MoneyUnit | 'auto'
  digits?: number
}

export function Money({ fen, unit = 'auto', digits }: MoneyProps) {
  const { locale } = useText()
  return (
    <data value={fen} className="numbers whitespace-nowrap">
      {formatFen(BigInt(fen), unit, locale, digits)}
    </data>
  )
}

/** `500–900 万元`, one end alone, or the words for "to be agreed". */
export function MoneyRange({ from, to }: { from: string | null; to: string | null }) {
  const { t, locale } = useText()
  if (from === null && to === null) return <>{t('common.money.negotiable')}</>
  if (from === null || to === null || from === to) {
    if (to === null) return <>{t('common.money.from', { amount: formatFen(BigInt(from!), 'auto', locale) })}</>
    return <Money fen={to} />
  }
  const unit = readableUnit(BigInt(to))
  const high = formatFen(BigInt(to), unit, locale)
  // One currency and one unit for both ends where they are the same: 500–900 万元, CNY 5.00–9.00 m.
  const low = locale === 'en' ? formatFen(BigInt(from), unit, locale) : fenNumber(BigInt(from), unit)
  const lowUnit = / [a-z]+$/.exec(low)?.[0] ?? ''
  const text = high.endsWith(lowUnit)
    ? `${low.slice(0, low.length - lowUnit.length)}–${high.replace('CNY ', '')}`
    : `${low}–${high}`
  return <span className="numbers whitespace-nowrap">{text}</span>
}
