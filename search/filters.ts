import type { SearchDocument } from './document'
import type { SearchFilters, SearchRequest } from './engine'

type Filtered = Pick<
  SearchDocument,
  'id' | 'kind' | 'number' | 'field' | 'tags' | 'transferModes' | 'region' | 'organizationId' | 'trl' | 'openUntil'
>

/** Whether a document passes all hard conditions. The engines' own filters must agree with this one. */
export function passes(document: Filtered, filters: SearchFilters): boolean {
  const { trlFrom, trlTo, openAfter } = filters
  return (
    oneOf(filters.kinds, document.kind) &&
    oneOf(filters.fields, document.field) &&
    oneOf(filters.numbers, document.number) &&
    anyOf(filters.tags, document.tags) &&
    anyOf(filters.transferModes, document.transferModes) &&
    oneOf(filters.regions, document.region) &&
    oneOf(filters.organizationIds, document.organizationId) &&
    (trlFrom == null || (document.trl !== null && document.trl >= trlFrom)) &&
    (trlTo == null || (document.trl !== null && document.trl <= trlTo)) &&
    (openAfter == null || document.openUntil === null || document.openUntil > openAfter) &&
    !filters.exceptIds?.includes(document.id)
  )
}

function oneOf(allowed: readonly string[] | undefined, value: string | null): boolean {
  return !allowed?.length || (value !== null && allowed.includes(value))
}

function anyOf(allowed: readonly string[] | undefined, values: readonly string[]): boolean {
  return !allowed?.length || values.some((value) => allowed.includes(value))
}

const numberShape = /^[A-Z]{2}-\d{4}-\d{4,}$/

/** Who types a number wants that one document. */
export function byNumber(request: SearchRequest): SearchRequest {
  const number = request.q.normalize('NFKC').trim().toUpperCase()
  return numberShape.test(number) ? { ...request, q: '', filters: { ...request.filters, numbers: [number] } } : request
}
