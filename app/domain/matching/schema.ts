import { z } from 'zod'
import { comparators } from '#db/schema'
import { figure, lineOf, optionalText, textOf } from '../kernel/inputs'

/** A problem to match: text, and targets where the caller has them apart; else they are read from the text. */
export const MatchInput = z.object({
  title: optionalText(200),
  text: textOf(20_000, 4),
  targets: z
    .array(
      z.object({
        name: lineOf(80),
        comparator: z.enum(comparators),
        value: figure,
        value_to: figure.nullish(),
        unit: lineOf(40, 0).default(''),
        must: z.boolean().default(true),
      }),
    )
    .max(20)
    .nullish(),
  limit: z.number().int().min(1).max(50).default(20),
})
