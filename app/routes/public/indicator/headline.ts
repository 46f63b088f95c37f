import { type Fen, fenNumber, formatFen } from '~/domain/kernel/money'
import type { Locale } from '~/i18n'

/** The total as a large figure: in 亿元, which English has no word for and says in millions or billions. */
export const headline = (fen: Fen, locale: Locale): { value: string; unit?: string } =>
  locale === 'en' ? { value: formatFen(fen, 'auto', locale) } : { value: fenNumber(fen, '亿元', 2), unit: '亿元' }
