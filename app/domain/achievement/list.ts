import { technicalFields, transferModes, trls } from '#db/schema/codes'
import type { ListDefinition, ParamsOf } from '../kernel/list'

const levels = trls.map(String)

/** The public list of achievements. */
export const achievementListDefinition = {
  path: '/achievements',
  facets: {
    field: { kind: 'many', values: technicalFields, label: 'achievement.facet.field', valueLabel: 'common.field' },
    trl: { kind: 'many', values: levels, label: 'achievement.facet.trl', valueLabel: 'achievement.trl' },
    mode: { kind: 'many', values: transferModes, label: 'achievement.facet.mode', valueLabel: 'common.transfer_mode' },
    tag: { kind: 'many', values: null, label: 'achievement.facet.tag', valueLabel: null },
  },
  sorts: ['newest', 'maturity'],
  sortLabels: { newest: 'achievement.sort.newest', maturity: 'achievement.sort.maturity' },
  perPage: 20,
  savedAs: 'achievement.list.title',
} as const satisfies ListDefinition<'field' | 'trl' | 'mode' | 'tag', 'newest' | 'maturity'>

export type AchievementListParams = ParamsOf<typeof achievementListDefinition>
