import { technicalFields, transferModes } from '#db/schema'
import { texts } from '~/i18n/areas'
import { fenFrom } from '../kernel/money'

/** A row as a command takes it, and what was changed on the way that its owner should know. */
export interface MappedRow {
  externalId: string | null
  input: Record<string, unknown>
  /** Issue messages. */
  warnings: string[]
}

export type ImportKind = 'achievements' | 'capabilities' | 'challenges'
export const importKinds: readonly ImportKind[] = ['achievements', 'capabilities', 'challenges']

const separators = /[;；|\n]|(?<!\d)[,，、](?!\d{3}\b)/

/** The names under which columns arrive, besides the commands' own. `abstract` and `text` are one field. */
const columnNames: Record<string, string> = {
  编号: 'id',
  标题: 'title',
  名称: 'title',
  题目: 'title',
  摘要: 'abstract',
  简介: 'abstract',
  text: 'abstract',
  技术领域: 'field',
  领域: 'field',
  关键词: 'keywords',
  标签: 'tags',
  成熟度: 'trl',
  性能参数: 'metrics',
  转化方式: 'transfer_modes',
  背景: 'background',
  需求: 'requirement',
  技术指标: 'targets',
  预算: 'budget_max',
  截止时间: 'bid_deadline',
}

const accepted: Record<ImportKind, readonly string[]> = {
  achievements: [
    'title',
    'abstract',
    'field',
    'tags',
    'keywords',
    'metrics',
    'trl',
    'trl_evidence',
    'ip',
    'inventors',
    'transfer_modes',
    'price_min_fen',
    'price_max_fen',
    'comparison',
    'sought_partner',
    'next_step',
  ],
  capabilities: [
    'title',
    'abstract',
    'service_kind',
    'field',
    'tags',
    'keywords',
    'metrics',
    'trl',
    'instruments',
    'marks',
    'price_fen',
    'price_unit',
    'lead_time_days',
  ],
  challenges: [
    'kind',
    'title',
    'background',
    'requirement',
    'deliverables',
    'field',
    'tags',
    'targets',
    'cooperation_mode',
    'budget_min_fen',
    'budget_max_fen',
    'budget_negotiable',
    'payment_plan',
    'bid_deadline',
    'delivery_deadline',
    'ip_ownership',
    'eligibility',
    'winner_mode',
    'max_winners',
    'criteria',
  ],
}

const lists = new Set(['tags', 'keywords', 'transfer_modes', 'inventors', 'marks'])
const figures = new Set(['trl', 'lead_time_days', 'max_winners'])
const ignored = new Set(['id', 'external_id'])

/** A file's row as the create command of its kind takes it. Null means absent; an unknown field becomes a tag, with a warning. */
export function mapRow(kind: ImportKind, values: Record<string, unknown>): MappedRow {
  const warnings: string[] = []
  const input: Record<string, unknown> = {}
  for (const [column, given] of Object.entries(values)) {
    const name = columnNames[column.trim()] ?? column.trim()
    if (given === null || given === undefined || ignored.has(name)) continue
    if (name === 'budget_max' || name === 'budget_min' || name === 'price') {
      input[name === 'price' ? 'price_fen' : `${name}_fen`] =
        typeof given === 'string' || typeof given === 'number'
          ? (fenFrom(String(given))?.toString() ?? String(given))
          : given
      continue
    }
    if (name === 'kind' && kind !== 'challenges') continue
    if (!accepted[kind].includes(name)) {
      warnings.push(`errors.import.unknown_column?column=${encodeURIComponent(column.slice(0, 60))}`)
      continue
    }
    input[name] = lists.has(name) ? listOf(given) : figures.has(name) ? figureOf(given) : given
  }
  mapField(input, warnings)
  if (input.transfer_modes) input.transfer_modes = codesOf(input.transfer_modes, 'transfer_mode', transferModes)
  if (kind === 'achievements' || kind === 'capabilities') input.metrics = metricsOf(input.metrics)
  const id = values.id ?? values.external_id ?? values['编号']
  return { externalId: typeof id === 'string' || typeof id === 'number' ? String(id) : null, input, warnings }
}

/** A field by code or by its Chinese or English name; one that is not of the list becomes a tag. */
function mapField(input: Record<string, unknown>, warnings: string[]): void {
  const { field } = input
  if (typeof field !== 'string') return
  const code = codeOf(field, 'field', technicalFields)
  if (code) {
    input.field = code
    return
  }
  delete input.field
  input.tags = [...((input.tags as unknown[] | undefined) ?? []), field]
  warnings.push(`errors.import.field_as_tag?field=${encodeURIComponent(field.slice(0, 60))}`)
}

function codeOf(name: string, list: 'field' | 'transfer_mode', codes: readonly string[]): string | null {
  const wanted = name.normalize('NFKC').trim()
  if (codes.includes(wanted)) return wanted
  for (const locale of ['zh-CN', 'en'] as const) {
    const names = texts[locale].common[list] as Record<string, string>
    for (const code of codes) if (names[code]?.normalize('NFKC') === wanted) return code
  }
  return null
}

const codesOf = (given: unknown, list: 'transfer_mode', codes: readonly string[]): unknown =>
  Array.isArray(given)
    ? given.map((each) => (typeof each === 'string' ? (codeOf(each, list, codes) ?? each) : each))
    : given

const listOf = (given: unknown): unknown =>
  typeof given === 'string'
    ? given
        .split(separators)
        .map((each) => each.trim())
        .filter(Boolean)
    : given

const figureOf = (given: unknown): unknown =>
  typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : given

/** A range may come as `[low, high]`, as figures of the field are written. */
const metricsOf = (given: unknown): unknown =>
  Array.isArray(given)
    ? given.map((each: unknown) => {
        if (typeof each !== 'object' || each === null) return each
        const metric = each as Record<string, unknown>
        return Array.isArray(metric.value) && metric.value.length === 2
          ? { ...metric, value: metric.value[0] as unknown, value_to: metric.value[1] as unknown }
          : metric
      })
    : given
