import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { documentId, type SearchDocument, type Target } from '#search/document'
import type { Judgements } from '#search/evaluation'
import type { MatchQuery } from '#search/matching/index'

/** The command line, or a file that it names, is not as it should be: told in one line, with the usage. */
export class UsageError extends Error {}

const text = z.string().nullish()
const metric = z.object({
  name: z.string(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  unit: text.transform((unit) => unit ?? ''),
})
const docLine = z.object({
  id: z.coerce.string(),
  kind: z.enum(['achievement', 'capability']).nullish(),
  ...{ title: text, text, abstract: text, field: text },
  keywords: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
  metrics: z.array(metric).nullish(),
  trl: z.number().nullish(),
})
const target = z.object({
  name: z.string(),
  comparator: z.enum(['>=', '<=', '=', 'between']),
  value: z.number(),
  value_to: z.number().nullish(),
  unit: text.transform((unit) => unit ?? ''),
  must: z.boolean().default(true),
})
const queryLine = z.object({
  id: z.coerce.string(),
  ...{ title: text, text, background: text, requirement: text, field: text },
  keywords: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
  targets: z.array(target).nullish(),
})

/** A file of one JSON value a line, each of the same shape. */
export function readLines<T>(file: string, shape: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      const parsed = shape.safeParse(JSON.parse(line))
      if (!parsed.success) throw new UsageError(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`)
      return [parsed.data]
    })
}

/** A file of columns parted by tabs. */
export function readTable(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trimEnd().split('\t'))
}

/** Listings by the ids of the files. Those may be anything and the index wants plain ASCII: each becomes `prefix` and a number. */
export function readDocuments(files: readonly string[], prefix = ''): Map<string, SearchDocument> {
  const lines = files.flatMap((file) => readLines(file, docLine))
  return new Map(lines.map((line, at) => [line.id, asDocument(line, `${prefix}${at}`)]))
}

function asDocument(line: z.infer<typeof docLine>, key: string): SearchDocument {
  const kind = line.kind ?? 'achievement'
  return {
    ...{ id: documentId(kind, key), kind, number: null },
    ...{ title: line.title ?? '', text: line.text ?? line.abstract ?? '', keywords: line.keywords ?? [] },
    ...{ field: line.field ?? null, tags: line.tags ?? [], metrics: line.metrics ?? [], targets: [] },
    ...{ trl: line.trl ?? null, transferModes: [], region: null, organizationId: null, organizationName: null },
    ...{ openUntil: null, publishedAt: 0 },
  }
}

/** Challenges, or whatever else is asked, by id and in the order of the file. */
export function readQueries(file: string): Map<string, MatchQuery> {
  return new Map(readLines(file, queryLine).map((line) => [line.id, asQuery(line)]))
}

function asQuery(line: z.infer<typeof queryLine>): MatchQuery {
  const targets = line.targets?.map(({ value_to, ...rest }): Target => ({ ...rest, valueTo: value_to ?? null }))
  return {
    text: [line.background, line.requirement, line.text].filter(Boolean).join('\n'),
    ...(line.title ? { title: line.title } : {}),
    ...(targets ? { targets } : {}),
    ...{ keywords: line.keywords ?? [], tags: line.tags ?? [], field: line.field ?? null },
  }
}

/** Columns query, doc, grade. */
export function readJudgements(file: string): Judgements {
  const judgements: Judgements = new Map()
  for (const [query = '', doc = '', grade] of readTable(file)) {
    if (!judgements.has(query)) judgements.set(query, new Map())
    judgements.get(query)!.set(doc, Number(grade))
  }
  return judgements
}

/** @throws UsageError where one of them is missing; undefined ones were not named. */
export function refuseMissing(files: readonly (string | undefined)[]): void {
  for (const file of files) if (file && !existsSync(file)) throw new UsageError(`no such file: ${file}`)
}
