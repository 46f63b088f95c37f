import { technicalFields } from '#db/schema/codes'
import type { ListDefinition, ParamsOf } from '../kernel/list'

/** The search over everything public. The engine pages to 1,000 hits. */
export const searchListDefinition = {
  path: '/search',
  facets: {
    kind: {
      kind: 'many',
      values: ['challenge', 'achievement', 'capability'],
      label: 'search.facet',
      valueLabel: 'matching.kind',
    },
    field: { kind: 'many', values: technicalFields, label: 'search.field', valueLabel: 'common.field' },
  },
  sorts: ['relevance', 'newest', 'closing_soon'],
  sortLabels: {
    relevance: 'search.sort.relevance',
    newest: 'search.sort.newest',
    closing_soon: 'search.sort.closing_soon',
  },
  perPage: 20,
  savedAs: 'search.title',
} as const satisfies ListDefinition<'kind' | 'field', 'relevance' | 'newest' | 'closing_soon'>

export type SearchListParams = ParamsOf<typeof searchListDefinition>
