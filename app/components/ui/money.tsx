import { formatFen, formatFenRange } from '~/domain/kernel/money'
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
  return <span className="numbers whitespace-nowrap">{formatFenRange(BigInt(from), BigInt(to), locale)}</span>
}
