import { serviceKinds, technicalFields } from '#db/schema/codes'
import type { ListDefinition, ListParams } from '../kernel/list'

export type CapabilityFacet = 'kind' | 'field' | 'tag'
export type CapabilitySort = 'newest' | 'relevance'

/** The public list of capabilities. */
export const capabilityListDefinition = {
  path: '/capabilities',
  facets: {
    kind: { kind: 'many', values: serviceKinds, label: 'capability.facet.kind', valueLabel: 'common.service_kind' },
    field: { kind: 'many', values: technicalFields, label: 'capability.facet.field', valueLabel: 'common.field' },
    tag: { kind: 'many', values: null, label: 'capability.facet.tag', valueLabel: null },
  },
  sorts: ['newest', 'relevance'],
  sortLabels: { newest: 'capability.sort.newest', relevance: 'common.list.relevance' },
  perPage: 20,
  feeds: ['rss', 'csv', 'xlsx'],
  savedAs: 'capability.list.title',
} as const satisfies ListDefinition<CapabilityFacet, CapabilitySort>

export type CapabilityListParams = ListParams<CapabilityFacet, CapabilitySort>
