import { z } from 'zod'
import { parseFigures } from '#search/quantity'
import { ipTypes } from '#db/schema'
import { issueMessage } from '../kernel/issues'
import { keywordLength, typedAmount, typedLabels } from '../kernel/inputs'
import type { MetricView } from '../kernel/metric'
import { CreateAchievementInput, UpdateAchievementInput, metricInput, priceInOrder, priceOrderError } from './schema'

/** One figure of a listing as people write it, `能量密度 410 Wh/kg`; null when there is no name or no number in it. */
export function readMetricLine(line: string): z.input<typeof metricInput> | null {
  const figure = parseFigures(line)[0]
  const name = figure && (figure.name || line.slice(0, Math.max(0, figure.start)).trim())
  if (!figure || !name) return null
  const [value, to] = Array.isArray(figure.value) ? figure.value : [figure.value, null]
  return { name, value, value_to: to, unit: figure.unit }
}

/** Figures typed one per line; given out as the command takes them. */
export const typedMetrics = z
  .string()
  .default('')
  .transform((typed, context) => {
    const metrics: z.input<typeof metricInput>[] = []
    for (const [index, line] of typed.split('\n').entries()) {
      if (line.trim() === '') continue
      const metric = readMetricLine(line)
      if (metric) metrics.push(metric)
      else
        context.addIssue({ code: 'custom', message: issueMessage('achievement.form.metric_line', { line: index + 1 }) })
    }
    return metrics
  })
  .pipe(z.array(metricInput).max(40))

/** Metrics as the form shows them again. */
export const metricLines = (metrics: readonly MetricView[]): string =>
  metrics
    .map(({ name, value, value_to, unit }) =>
      `${name} ${value_to === null ? value : `${value}~${value_to}`} ${unit}`.trim(),
    )
    .join('\n')

const typedRights = z
  .array(
    z.object({
      type: z.enum(ipTypes),
      number: z.string().default(''),
      state: z.enum(['applied', 'granted', 'lapsed', 'unknown']).default('unknown'),
    }),
  )
  .default([])

const typed = {
  tags: typedLabels(20),
  keywords: typedLabels(30, keywordLength),
  inventors: typedLabels(50, 60),
  metrics: typedMetrics,
  ip: typedRights,
  price_min_fen: typedAmount.nullish(),
  price_max_fen: typedAmount.nullish(),
}

/** The forms of an achievement; they give out what the commands' own schemas give out. */
export const createAchievementForm = z
  .object({ ...CreateAchievementInput.shape, ...typed })
  .refine(priceInOrder, priceOrderError)
export const updateAchievementForm = z
  .object({ ...UpdateAchievementInput.shape, ...typed })
  .refine(priceInOrder, priceOrderError)
