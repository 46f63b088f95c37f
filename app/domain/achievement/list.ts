import { technicalFields, transferModes, trls } from '#db/schema/codes'
import type { ListDefinition, ListParams } from '../kernel/list'

const levels = trls.map(String)

export type AchievementFacet = 'field' | 'trl' | 'mode' | 'tag'
export type AchievementSort = 'newest' | 'maturity' | 'relevance'

/** The public list of achievements. */
export const achievementListDefinition = {
  path: '/achievements',
  facets: {
    field: { kind: 'many', values: technicalFields, label: 'achievement.facet.field', valueLabel: 'common.field' },
    trl: { kind: 'many', values: levels, label: 'achievement.facet.trl', valueLabel: 'achievement.trl' },
    mode: { kind: 'many', values: transferModes, label: 'achievement.facet.mode', valueLabel: 'common.transfer_mode' },
    tag: { kind: 'many', values: null, label: 'achievement.facet.tag', valueLabel: null },
  },
  sorts: ['newest', 'maturity', 'relevance'],
  sortLabels: {
    newest: 'achievement.sort.newest',
    maturity: 'achievement.sort.maturity',
    relevance: 'common.list.relevance',
  },
  perPage: 20,
  feeds: ['rss', 'csv', 'xlsx'],
  savedAs: 'achievement.list.title',
} as const satisfies ListDefinition<AchievementFacet, AchievementSort>

export type AchievementListParams = ListParams<AchievementFacet, AchievementSort>
