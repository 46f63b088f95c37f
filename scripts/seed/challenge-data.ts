import type { z } from 'zod'
import type { CooperationMode, TechnicalField } from '#db/schema'
import type { Comparator } from '#search/quantity'
import type { createDraftInput } from '~/domain/challenge/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'

/** Name, comparator, value (two for a range), unit; required unless it is a wish. */
export type SeedTarget = [name: string, comparator: Comparator, value: number | [number, number], unit: string, 'wish'?]

export interface SeedChallenge {
  /** By which the story speaks of it. */
  key: string
  poser: DemoKey
  title: string
  background: string
  requirement: string
  deliverables: string
  field: TechnicalField
  tags: string[]
  mode: CooperationMode
  /** In 万元; left out it is open to talks. */
  budget?: [from: number, to: number]
  plan: [label: string, percent: number][]
  targets: SeedTarget[]
  ownership?: string
  eligibility: string
  kind?: 'scenario'
  /** Delivery so many days after the bid deadline. */
  deliveryDays: number
}

const fenOfWan = (wan: number): string => String(Math.round(wan * 1_000_000))

/** What `challenge.create_draft` takes; the days are civil days. */
export const challengeInput = (
  each: SeedChallenge,
  dates: { bidDay: string; deliveryDay: string },
): z.input<typeof createDraftInput> => ({
  kind: each.kind ?? 'problem',
  title: each.title,
  background: each.background,
  requirement: each.requirement,
  deliverables: each.deliverables,
  field: each.field,
  tags: each.tags,
  cooperation_mode: each.mode,
  budget_min_fen: each.budget ? fenOfWan(each.budget[0]) : null,
  budget_max_fen: each.budget ? fenOfWan(each.budget[1]) : null,
  budget_negotiable: each.budget === undefined,
  payment_plan: each.plan.map(([label, percent]) => ({ label, percent })),
  bid_deadline: `${dates.bidDay}T17:00:00+08:00`,
  delivery_deadline: dates.deliveryDay,
  ip_ownership: each.ownership ?? '',
  eligibility: each.eligibility,
  targets: each.targets.map(([name, comparator, value, unit, wish]) => ({
    name,
    comparator,
    value: typeof value === 'number' ? value : value[0],
    value_to: typeof value === 'number' ? null : value[1],
    unit,
    must: wish === undefined,
  })),
})
