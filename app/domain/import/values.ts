import { type comparators, technicalFields, transferModes } from '#db/schema'
import { parseTargetLine } from '#search/quantity'
import { texts } from '~/i18n/areas'
import { readMetricLine } from '../achievement/form'
import { fenTextFromYuan } from '../kernel/inputs'
import { issueMessage } from '../kernel/issues'

/** A value that is understood, or why it is not. What no reader knows is left as it is: the command's schema then says what is wrong. */
export type Read = { value: unknown; problem?: undefined } | { value?: undefined; problem: string }

const separators = /[;；|\n]|(?<!\d)[,，、](?!\d{3}\b)/
const lineSeparators = /[;；\n]/

const partsOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter(Boolean)

const list = (given: unknown): unknown => (typeof given === 'string' ? partsOf(given, separators) : given)

const number = (given: unknown): unknown =>
  typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : given

const answers = new Map<unknown, boolean>([
  ...['true', 'yes', 'y', '1', '是', '可', '面议'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', '否', '不可'].map((word) => [word, false] as const),
])
const yesOrNo = (given: unknown): unknown =>
  typeof given === 'string' ? (answers.get(given.trim().toLowerCase()) ?? given) : given

/** A day as spreadsheets write it, 2026/3/1, as 2026-03-01; what stands behind it stays. */
const dashed = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )

const day = (given: unknown): unknown => (typeof given === 'string' ? dashed(given) : given)

/** A deadline that names only its day ends with it. */
const moment = (given: unknown): unknown =>
  typeof given === 'string'
    ? dashed(given)
        .replace(/^(\d{4}-\d{2}-\d{2})$/, '$1T23:59:59')
        .replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, '$1T')
        .replace(/T(\d):/, 'T0$1:')
    : given

const codesByName = { field: technicalFields, transfer_mode: transferModes } as const

/** A code by itself or by its Chinese or English name; null where the list has none. */
export function codeOf(name: string, of: keyof typeof codesByName): string | null {
  const wanted = name.normalize('NFKC').trim()
  const codes: readonly string[] = codesByName[of]
  if (codes.includes(wanted)) return wanted
  for (const locale of ['zh-CN', 'en'] as const) {
    const names = texts[locale].common[of] as Record<string, string>
    for (const code of codes) if (names[code]?.normalize('NFKC') === wanted) return code
  }
  return null
}

const transfer = (given: unknown): unknown => {
  const modes = list(given)
  return Array.isArray(modes)
    ? modes.map((each: unknown) => (typeof each === 'string' ? (codeOf(each, 'transfer_mode') ?? each) : each))
    : modes
}

/** Rows of figures, as `[low, high]` too, with numbers that a spreadsheet made text. */
const figures = (given: readonly unknown[]): unknown[] =>
  given.map((each) => {
    if (typeof each !== 'object' || each === null) return each
    const row = each as Record<string, unknown>
    const [low, high] = Array.isArray(row.value) && row.value.length === 2 ? row.value : [row.value, row.value_to]
    return { ...row, value: number(low), value_to: number(high) }
  })

const signs = new Map<unknown, (typeof comparators)[number]>([
  ['≥', '>='],
  ['≤', '<='],
  ['＝', '='],
  ['==', '='],
  ['~', 'between'],
])

function metrics(given: unknown): Read {
  if (Array.isArray(given)) return { value: figures(given) }
  if (typeof given !== 'string') return { value: given }
  const value: unknown[] = []
  for (const [index, line] of partsOf(given, lineSeparators).entries()) {
    const read = readMetricLine(line)
    if (!read) return { problem: issueMessage('achievement.form.metric_line', { line: index + 1 }) }
    value.push(read)
  }
  return { value }
}

function targets(given: unknown): Read {
  if (Array.isArray(given)) {
    const rows = figures(given) as Record<string, unknown>[]
    return {
      value: rows.map((row) =>
        typeof row === 'object' && row !== null && signs.has(row.comparator)
          ? { ...row, comparator: signs.get(row.comparator) }
          : row,
      ),
    }
  }
  if (typeof given !== 'string') return { value: given }
  const value: unknown[] = []
  for (const [index, line] of partsOf(given, lineSeparators).entries()) {
    const read = parseTargetLine(line)
    if ('error' in read) return { problem: issueMessage('errors.import.target_line', { line: index + 1 }) }
    const { valueTo, ...rest } = read
    value.push({ ...rest, value_to: valueTo ?? null })
  }
  return { value }
}

/** An amount in fen: JSON writes whole numbers too. */
const fen = (given: unknown): unknown => (typeof given === 'number' ? String(given) : given)

const readers = new Map<string, (given: unknown) => unknown>([
  ...['tags', 'keywords', 'inventors', 'marks'].map((name) => [name, list] as const),
  ...['trl', 'lead_time_days', 'max_winners'].map((name) => [name, number] as const),
  ...['budget_min_fen', 'budget_max_fen', 'price_fen', 'price_min_fen', 'price_max_fen'].map(
    (name) => [name, fen] as const,
  ),
  ['transfer_modes', transfer],
  ['budget_negotiable', yesOrNo],
  ['bid_deadline', moment],
  ['delivery_deadline', day],
  ['external_id', (given) => (typeof given === 'number' ? String(given) : given)],
])

/** A cell or JSON value as the command's field takes it. */
export function readValue(field: string, given: unknown, typedMoney: boolean): Read {
  const present = withoutAbsent(given)
  if (typedMoney)
    return {
      value: typeof present === 'number' || typeof present === 'string' ? fenTextFromYuan(String(present)) : present,
    }
  if (field === 'metrics') return metrics(present)
  if (field === 'targets') return targets(present)
  return { value: readers.get(field)?.(present) ?? present }
}

/** Null and blank text mean that nothing is said. */
export const isAbsent = (given: unknown): boolean =>
  given === null || given === undefined || (typeof given === 'string' && given.trim() === '')

/** Also inside of a list and its rows. */
function withoutAbsent(given: unknown): unknown {
  if (!Array.isArray(given)) return given
  return given
    .filter((each) => !isAbsent(each))
    .map((each: unknown) =>
      typeof each === 'object' && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each as object).filter(([, part]) => !isAbsent(part)))
        : each,
    )
}
