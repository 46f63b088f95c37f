import type { CreateAchievementInput } from '~/domain/achievement/schema'
import type { CreateCapabilityInput } from '~/domain/capability/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'
import type { IpType, ServiceKind, TechnicalField, TransferMode } from '#db/schema'
import type { z } from 'zod'

/** Name, value or range, unit, and under which condition it was measured. */
export type SeedMetric = [name: string, value: number | [number, number], unit: string, condition?: string]

interface SeedListing {
  owner: DemoKey
  /** Days before the present on which it is listed. */
  daysAgo: number
  title: string
  abstract: string
  field: TechnicalField
  tags: string[]
  keywords: string[]
  metrics?: SeedMetric[]
}

export interface SeedAchievement extends SeedListing {
  trl: number
  evidence?: string
  ip?: [type: IpType, number: string, state: 'applied' | 'granted'][]
  inventors?: string[]
  modes: TransferMode[]
  /** In 万元; left out it is open to talks. */
  price?: [from: number, to: number]
  comparison?: string
  partner?: string
  next?: string
}

export interface SeedCapability extends SeedListing {
  service: ServiceKind
  instruments: string
  marks?: string[]
  /** In yuan; left out the provider quotes. */
  price?: [yuan: number, per: 'hour' | 'sample']
  leadDays?: number
}

const fenOfWan = (wan: number): string => String(Math.round(wan * 1_000_000))

const metricsOf = (metrics: readonly SeedMetric[] = []) =>
  metrics.map(([name, value, unit, condition = '']) =>
    typeof value === 'number'
      ? { name, value, unit, condition }
      : { name, value: value[0], value_to: value[1], unit, condition },
  )

/** What `achievement.create` takes. */
export const achievementInput = (each: SeedAchievement): z.input<typeof CreateAchievementInput> => ({
  title: each.title,
  abstract: each.abstract,
  field: each.field,
  tags: each.tags,
  keywords: each.keywords,
  metrics: metricsOf(each.metrics),
  trl: each.trl,
  trl_evidence: each.evidence ?? '',
  ip: (each.ip ?? []).map(([type, number, state]) => ({ type, number, state })),
  inventors: each.inventors ?? [],
  transfer_modes: each.modes,
  price_min_fen: each.price ? fenOfWan(each.price[0]) : null,
  price_max_fen: each.price ? fenOfWan(each.price[1]) : null,
  comparison: each.comparison ?? '',
  sought_partner: each.partner ?? '',
  next_step: each.next ?? '',
})

/** What `capability.create` takes. */
export const capabilityInput = (each: SeedCapability): z.input<typeof CreateCapabilityInput> => ({
  title: each.title,
  abstract: each.abstract,
  service_kind: each.service,
  field: each.field,
  tags: each.tags,
  keywords: each.keywords,
  metrics: metricsOf(each.metrics),
  instruments: each.instruments,
  marks: each.marks ?? [],
  price_fen: each.price ? String(each.price[0] * 100) : null,
  price_unit: each.price ? each.price[1] : 'quote',
  lead_time_days: each.leadDays ?? null,
})

/**
 * Number of a Chinese patent with its check digit, for demo listings: serials from 9990000 on are never given out, so that no
 * real patent is named. Source: ZC 0006-2003.
 */
export function demoPatent(year: number, serial: number, granted = true): string {
  const digits = `${year}1${String(9_990_000 + serial).padStart(7, '0')}`
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
  const rest = [...digits].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11
  return `${granted ? 'ZL' : ''}${digits}.${rest === 10 ? 'X' : rest}`
}
