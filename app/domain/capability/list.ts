import { serviceKinds, technicalFields } from '#db/schema/codes'
import type { ListDefinition, ParamsOf } from '../kernel/list'

/** The public list of capabilities. */
export const capabilityListDefinition = {
  path: '/capabilities',
  facets: {
    kind: { kind: 'many', values: serviceKinds, label: 'capability.facet.kind', valueLabel: 'common.service_kind' },
    field: { kind: 'many', values: technicalFields, label: 'capability.facet.field', valueLabel: 'common.field' },
    tag: { kind: 'many', values: null, label: 'capability.facet.tag', valueLabel: null },
  },
  sorts: ['newest'],
  sortLabels: { newest: 'capability.sort.newest' },
  perPage: 20,
  savedAs: 'capability.list.title',
} as const satisfies ListDefinition<'kind' | 'field' | 'tag', 'newest'>

export type CapabilityListParams = ParamsOf<typeof capabilityListDefinition>
