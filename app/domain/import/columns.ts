export type ImportKind = 'achievements' | 'capabilities' | 'challenges'
export const importKinds: readonly ImportKind[] = ['achievements', 'capabilities', 'challenges']

/** The names under which columns arrive, besides the commands' own. `abstract` and `text` are one field. */
const otherNames = new Map([
  ['编号', 'external_id'],
  ['id', 'external_id'],
  ['标题', 'title'],
  ['名称', 'title'],
  ['题目', 'title'],
  ['摘要', 'abstract'],
  ['简介', 'abstract'],
  ['text', 'abstract'],
  ['技术领域', 'field'],
  ['领域', 'field'],
  ['关键词', 'keywords'],
  ['标签', 'tags'],
  ['成熟度', 'trl'],
  ['性能参数', 'metrics'],
  ['转化方式', 'transfer_modes'],
  ['背景', 'background'],
  ['需求', 'requirement'],
  ['技术指标', 'targets'],
  ['预算', 'budget_max'],
  ['截止时间', 'bid_deadline'],
])

/** What a column is called inside; its own name where it is not known. */
export const fieldNamed = (column: string): string => otherNames.get(column.trim()) ?? column.trim()

const accepted: Record<ImportKind, ReadonlySet<string>> = {
  achievements: new Set([
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
    'external_id',
  ]),
  capabilities: new Set([
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
    'external_id',
  ]),
  challenges: new Set([
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
    'external_id',
  ]),
}

/** Fields in yuan, or with their unit, and the command's own in fen. */
const typedMoney = new Map([
  ['budget_min', 'budget_min_fen'],
  ['budget_max', 'budget_max_fen'],
  ['price', 'price_fen'],
  ['price_min', 'price_min_fen'],
  ['price_max', 'price_max_fen'],
])

/** The command's field that a column fills, and whether it holds an amount as people type it; null for a column that nobody asks for. */
export function targetOf(kind: ImportKind, column: string): { field: string; typedMoney: boolean } | null {
  const name = fieldNamed(column)
  const fen = typedMoney.get(name)
  const field = fen ?? name
  return accepted[kind].has(field) ? { field, typedMoney: fen !== undefined } : null
}
