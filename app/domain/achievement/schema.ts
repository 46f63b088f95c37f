import { z } from 'zod'
import { ipTypes, technicalFields, transferModes } from '#db/schema'
import { fenText, figure, keywordLength, labels, lineOf, optionalText, textOf, uuid } from '../kernel/inputs'

/** One figure that a listing states: a value, or a range with `value_to`. */
export const metricInput = z
  .object({
    name: lineOf(80),
    value: figure,
    value_to: figure.nullish(),
    unit: lineOf(40, 0).default(''),
    condition: optionalText(200),
    evidence: optionalText(200),
  })
  .refine((metric) => metric.value_to == null || metric.value_to >= metric.value, {
    path: ['value_to'],
    error: 'errors.field.range_order',
  })

export const metricsInput = z.array(metricInput).max(40).default([])

const achievementFields = {
  title: lineOf(200, 2),
  abstract: textOf(8000, 10),
  field: z.enum(technicalFields).nullish(),
  tags: labels(20),
  keywords: labels(30, keywordLength),
  metrics: metricsInput,
  trl: z.number().int().min(1).max(9).nullish(),
  trl_evidence: optionalText(1000),
  ip: z
    .array(
      z.object({
        type: z.enum(ipTypes),
        number: lineOf(60, 0).default(''),
        state: z.enum(['applied', 'granted', 'lapsed', 'unknown']).default('unknown'),
      }),
    )
    .max(20)
    .default([]),
  inventors: labels(50, 60),
  transfer_modes: z.array(z.enum(transferModes)).max(8).default([]),
  price_min_fen: fenText.nullish(),
  price_max_fen: fenText.nullish(),
  comparison: optionalText(4000),
  sought_partner: optionalText(1000),
  next_step: optionalText(1000),
}

export const priceInOrder = (input: { price_min_fen?: bigint | null; price_max_fen?: bigint | null }): boolean =>
  input.price_min_fen == null || input.price_max_fen == null || input.price_min_fen <= input.price_max_fen
export const priceOrderError = { path: ['price_max_fen'], error: 'errors.field.range_order' }

export const CreateAchievementInput = z
  .object({ ...achievementFields, external_id: lineOf(100).nullish() })
  .refine(priceInOrder, priceOrderError)
export const UpdateAchievementInput = z.object({ id: uuid, ...achievementFields }).refine(priceInOrder, priceOrderError)
export const AchievementIdInput = z.object({ id: uuid })
export type AchievementFields = Omit<z.output<typeof UpdateAchievementInput>, 'id'>
