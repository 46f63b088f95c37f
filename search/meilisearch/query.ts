import type { SearchFilters, SearchSort } from '../engine'
import { normalize } from '../terms/normalize'

/** Signs that part words but are none to the server, made spaces: in what is written and in what is asked alike. */
export function separated(text: string): string {
  return text.replace(/[=<>~|]/g, ' ')
}

/** Quotes and leading hyphens are operators to the server; people and titles mean none. */
export function withoutOperators(q: string): string {
  return separated(normalize(q))
    .replace(/["“”„«»「」『』]/g, ' ')
    .replace(/(^|\s)[-−–—]+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What people type, of a bearable length. */
export function plainQuery(q: string): string {
  return withoutOperators(q).slice(0, 500)
}

/** Han terms quoted, so that their parts must stand together; tokens that begin with a digit must not be quoted. */
export function termQuery(term: string): string {
  const plain = plainQuery(term)
  return /^\p{Script=Han}/u.test(plain) && [...plain].length > 1 ? `"${plain}"` : plain
}

/** Every condition is one element; all must hold. */
export function filterExpressions(filters: SearchFilters): string[] {
  const expressions: string[] = []
  const within = (attribute: string, values: readonly string[] | undefined) => {
    if (values?.length) expressions.push(`${attribute} IN [${values.map(quoted).join(', ')}]`)
  }
  within('kind', filters.kinds)
  within('field', filters.fields)
  within('number', filters.numbers)
  within('tags', filters.tags)
  within('transferModes', filters.transferModes)
  within('region', filters.regions)
  within('organizationId', filters.organizationIds)
  if (filters.trlFrom != null) expressions.push(`trl >= ${finite(filters.trlFrom)}`)
  if (filters.trlTo != null) expressions.push(`trl <= ${finite(filters.trlTo)}`)
  if (filters.openAfter != null) expressions.push(`openUntil > ${finite(filters.openAfter)}`)
  if (filters.exceptIds?.length) expressions.push(`id NOT IN [${filters.exceptIds.map(quoted).join(', ')}]`)
  return expressions
}

export function sortExpressions(sort: SearchSort): string[] {
  const newest = 'publishedAt:desc'
  if (sort === 'newest') return [newest]
  if (sort === 'closing_soon') return ['openUntil:asc', newest]
  return sort === 'title' ? ['title:asc', newest] : []
}

function quoted(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`)
  return value
}
