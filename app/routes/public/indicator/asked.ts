import type { Part } from '~/domain/indicator/ledger.server'
import { type Basis, type Flow, bases, flows } from '~/domain/indicator/recompute'
import { periodFrom } from '~/domain/indicator/rules'
import type { T, TextKey } from '~/i18n'
import { isTextKey } from '~/i18n'

/** What the URL of an indicator page asks for. */
export interface Asked {
  period: string
  basis: Basis | undefined
  flow: Flow | undefined
  part: Part
}

const partNames = {
  kind: 'kind',
  field: 'field',
  origin: 'origin',
  quarter: 'quarter',
  party_type: 'partyType',
} as const

/** Reads it; what is not understood is left out. Without a period, the present year. */
export function askedOf(url: URL, year: number): Asked {
  const search = url.searchParams
  const part: Part = {}
  for (const [name, key] of Object.entries(partNames)) {
    const value = search.get(name)
    if (value && /^[a-z_]{1,40}$|^20\d{2}Q[1-4]$/.test(value)) part[key] = value
  }
  return {
    period: periodFrom(search.get('period')) ?? String(year),
    basis: bases.find((each) => each === search.get('basis')),
    flow: flows.find((each) => each === search.get('flow')),
    part,
  }
}

/** The address of an indicator page for what is asked. */
export function indicatorUrl(
  path: '/indicators' | '/indicators/contracts',
  asked: { period: string; basis: Basis; flow: Flow },
  part: Record<string, string> = {},
): string {
  return `${path}?${new URLSearchParams({ period: asked.period, basis: asked.basis, flow: asked.flow, ...part })}`
}

/** The name of a part of a figure by its dimension. */
export function partName(t: T, dimension: string, key: string): string {
  const named: Record<string, string> = {
    kind: `contract.kind.${key}`,
    field: `common.field.${key}`,
    origin: `contract.origin.${key}`,
    party_type: `organization.party_type.${key}`,
  }
  const text = named[dimension]
  if (text && isTextKey(text)) return t(text as TextKey)
  const quarter = /^(20\d{2})Q([1-4])$/.exec(key)
  return quarter ? t('indicator.period.quarter', { year: quarter[1]!, quarter: quarter[2]! }) : key
}

/** The name of a period; the present year is said to run. */
export function periodName(t: T, period: string, presentYear: number): string {
  if (period.includes('Q')) return partName(t, 'quarter', period)
  return Number(period) === presentYear
    ? t('indicator.period.year_to_date', { year: period })
    : t('indicator.period.year', { year: period })
}
