import type { SearchDocument } from '../document'
import { factors } from './weights'

const yearMs = 365.25 * 86_400_000
const trlRange = 8

/** What speaks for a document before anything is asked: how mature and how new it is. 1 where neither is known. */
export function priorFactor({ trl, publishedAt }: SearchDocument, now: number | null): number {
  const maturity = trl === null ? 0 : factors.maturity * ((trl - 1) / trlRange)
  if (now === null) return 1 + maturity
  const years = Math.max(0, now - publishedAt) / yearMs
  return 1 + maturity + factors.freshness * (1 / 3) ** (years / factors.freshnessFades)
}
