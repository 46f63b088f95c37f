import type { ChallengeState } from '#db/schema'
import { cooperationModes, technicalFields } from '#db/schema/codes'
import type { ListDefinition, ParamsOf } from '../kernel/list'

/** What the public can meet in the list: everything from publication on. */
export const publicStates = [
  'open',
  'closed',
  'judging',
  'publicity',
  'awarded',
  'failed_to_award',
  'withdrawn',
] as const satisfies readonly ChallengeState[]

export const challengeListDefinition = {
  path: '/challenges',
  facets: {
    state: { kind: 'many', values: publicStates, label: 'challenge.facet.state', valueLabel: 'challenge.state' },
    field: { kind: 'many', values: technicalFields, label: 'challenge.facet.field', valueLabel: 'common.field' },
    mode: { kind: 'many', values: cooperationModes, label: 'challenge.facet.mode', valueLabel: 'challenge.mode' },
    tag: { kind: 'many', values: null, label: 'challenge.facet.tag', valueLabel: null },
  },
  sorts: ['newest', 'closing', 'budget'],
  sortLabels: { newest: 'challenge.sort.newest', closing: 'challenge.sort.closing', budget: 'challenge.sort.budget' },
  perPage: 20,
  feeds: ['rss', 'csv'],
  savedAs: 'challenge.list.title',
} as const satisfies ListDefinition<'state' | 'field' | 'mode' | 'tag', 'newest' | 'closing' | 'budget'>

export type ChallengeListParams = ParamsOf<typeof challengeListDefinition>
