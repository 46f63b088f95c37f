import { z } from 'zod'
import { bases, flows } from '~/domain/indicator/recompute'
import { periodFrom } from '~/domain/indicator/rules'
import { invalid } from '~/domain/kernel/errors'

/** What a figure is asked for. A mistyped word would silently give another figure, so it is refused. */
const shape = z.object({
  period: z
    .string()
    .refine((text) => periodFrom(text) !== null, 'api.problem.period')
    .optional(),
  basis: z.enum(bases).optional(),
  flow: z.enum(flows).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

/** Reads period, basis, flow and page. @throws invalid, naming the parameter */
export function askedFigure(url: URL) {
  const read = shape.safeParse(Object.fromEntries(url.searchParams))
  if (read.success) return read.data
  throw invalid(read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
}
