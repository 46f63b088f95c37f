import { parseTargets } from '#search/quantity/index'
import { mostTargets } from '~/domain/challenge/rules'
import type { Visit } from '~/http/visit.server'

type Row = Record<string, string>
const lists = {
  targets: ['name', 'value', 'value_to', 'unit'],
  payment_plan: ['label', 'percent'],
  criteria: ['name', 'weight'],
}

/**
 * Makes a statement's form ready to be judged: a pasted paragraph becomes rows that come back to be looked over, rows that
 * nobody filled in are left out, and a single winner is one.
 */
export async function tidyStatement({ url }: Visit, form: FormData): Promise<void> {
  if (form.get('winner_mode') === 'single') form.set('max_winners', '1')
  if (form.has('__intent__')) return
  for (const [list, parts] of Object.entries(lists)) {
    putRows(
      form,
      list,
      takeRows(form, list).filter((row) => parts.some((part) => row[part]?.trim())),
    )
  }
  const text = form.get('targets_text')
  const read = typeof text === 'string' ? parseTargets(text.slice(0, 20_000)) : []
  if (read.length === 0) {
    if (url.searchParams.has('read')) form.set('__intent__', intent('validate', { name: 'targets_text' }))
    return
  }
  form.delete('targets_text')
  const rows = takeRows(form, 'targets')
  const known = new Set(rows.map(sameTarget))
  // With JavaScript the paragraph stays in its box: what came out of it before is not read a second time.
  const fresh = read
    .map(({ name, comparator, value, valueTo, unit, must }) => ({
      name,
      comparator,
      value: String(value),
      ...(valueTo == null ? {} : { value_to: String(valueTo) }),
      unit,
      ...(must ? { must: 'on' } : {}),
    }))
    .filter((row) => !known.has(sameTarget(row)))
  if (fresh.length > 0 || url.searchParams.has('read')) {
    const value = [...rows, ...fresh].slice(0, mostTargets)
    form.set('__intent__', intent('update', { name: 'targets', value }))
  } else putRows(form, 'targets', rows)
}

/** What Conform reads from its reserved field: a step of writing the form, not the act itself. */
const intent = (type: string, payload: object): string => JSON.stringify({ type, payload })

const sameTarget = (row: Row): string => [row.name, row.unit].map((part) => part?.trim()).join('\n')

function putRows(form: FormData, list: string, rows: readonly Row[]): void {
  rows.forEach((row, index) => {
    for (const [part, value] of Object.entries(row)) form.set(`${list}[${index}].${part}`, value)
  })
}

/** Takes the rows of a list out of a form, in their order. */
function takeRows(form: FormData, list: string): Row[] {
  const rows = new Map<number, Row>()
  for (const name of [...form.keys()]) {
    const at = /^(\w+)\[(\d{1,4})\]\.(\w+)$/.exec(name)
    if (at?.[1] !== list) continue
    const row = rows.get(Number(at[2])) ?? {}
    row[at[3]!] = String(form.get(name))
    rows.set(Number(at[2]), row)
    form.delete(name)
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
}
