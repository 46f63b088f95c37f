import type { Queryable } from '#db/client'
import type { DocumentKind } from '#search/document'
import { achievementListDefinition } from '~/domain/achievement/list'
import { type ListingRow, achievementRows } from '~/domain/achievement/list.server'
import { capabilityListDefinition } from '~/domain/capability/list'
import { capabilityRows } from '~/domain/capability/list.server'
import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeRows } from '~/domain/challenge/list.server'
import type { ChallengeRow } from '~/domain/challenge/views'
import type { ListDefinition } from '~/domain/kernel/list'
import type { ListAsked } from '~/domain/kernel/list-query.server'
import { fenNumber, formatFen } from '~/domain/kernel/money'
import type { Locale, T } from '~/i18n'
import { formatDateTime } from '~/i18n'

/** A public list as something to take away: a file or a feed, with the conditions of its URL. */
export interface TakenList<Facet extends string, Sort extends string, Row> {
  kind: DocumentKind
  definition: ListDefinition<Facet, Sort>
  rows: (db: Queryable, asked: ListAsked<Facet, Sort>, limit: number) => Promise<Row[]>
  /** Columns of the file: what names each, and its cell. */
  columns: readonly (readonly [name: (t: T) => string, cell: (row: Row, t: T) => string | number | null])[]
  feed: {
    title: (t: T) => string
    text: (t: T) => string
    /** One line below the title of an item. */
    line: (row: Row, t: T, locale: Locale) => string
    at: (row: Row) => string
  }
}

/** Yuan without separators, as a spreadsheet takes it. */
const yuan = (fen: string | null) => (fen === null ? null : fenNumber(BigInt(fen), '元').replaceAll(',', ''))

const challenges: TakenList<
  keyof (typeof challengeListDefinition)['facets'],
  (typeof challengeListDefinition)['sorts'][number],
  ChallengeRow
> = {
  kind: 'challenge',
  definition: challengeListDefinition,
  rows: challengeRows,
  columns: [
    [(t) => t('challenge.column.number'), (row) => row.number],
    [(t) => t('challenge.column.title'), (row) => row.title],
    [(t) => t('challenge.column.state'), (row, t) => t(`challenge.state.${row.state}`)],
    [(t) => t('challenge.column.field'), (row, t) => row.field && t(`common.field.${row.field}`)],
    [(t) => t('challenge.column.mode'), (row, t) => t(`challenge.mode.${row.cooperation_mode}`)],
    [(t) => t('challenge.column.tags'), (row) => row.tags.join('、')],
    [(t) => t('challenge.column.budget_min'), (row) => yuan(row.budget_min_fen)],
    [(t) => t('challenge.column.budget_max'), (row) => yuan(row.budget_max_fen)],
    [(t) => t('challenge.column.deadline'), (row) => formatDateTime(row.bid_deadline)],
    [(t) => t('challenge.column.published'), (row) => formatDateTime(row.published_at)],
    [(t) => t('challenge.column.poser'), (row) => row.poser],
  ],
  feed: {
    title: (t) => t('challenge.list.feed_title'),
    text: (t) => t('challenge.list.feed_text'),
    line: (row, t, locale) => {
      const budget = row.budget_max_fen ?? row.budget_min_fen
      return [
        row.poser,
        `${t('challenge.fact.budget')} ${budget ? formatFen(BigInt(budget), 'auto', locale) : t('challenge.list.negotiable')}`,
        `${t('challenge.fact.bid_deadline')} ${formatDateTime(row.bid_deadline)}`,
      ].join(' · ')
    },
    at: (row) => row.published_at,
  },
}

const listings = <Facet extends string, Sort extends string>(
  list: Pick<TakenList<Facet, Sort, ListingRow>, 'kind' | 'definition' | 'rows'>,
  feed: { title: (t: T) => string; text: (t: T) => string },
): TakenList<Facet, Sort, ListingRow> => ({
  ...list,
  columns: [
    [(t) => t('challenge.column.number'), (row) => row.number],
    [(t) => t('achievement.own.column_title'), (row) => row.title],
    [(t) => t('challenge.column.field'), (row, t) => row.field && t(`common.field.${row.field}`)],
    [(t) => t('achievement.facet.trl'), (row) => row.trl],
    [(t) => t('challenge.column.tags'), (row) => row.tags.join('、')],
    [(t) => t('common.column.organization'), (row) => row.organization],
    [(t) => t('challenge.column.published'), (row) => formatDateTime(row.listed_at)],
  ],
  feed: {
    ...feed,
    line: (row, t) =>
      [row.organization, row.field && t(`common.field.${row.field}`), ...row.tags].filter(Boolean).join(' · '),
    at: (row) => row.listed_at,
  },
})

/** By the first part of their path. */
export const publicLists = {
  challenges,
  achievements: listings(
    { kind: 'achievement', definition: achievementListDefinition, rows: achievementRows },
    { title: (t) => t('achievement.list.feed_title'), text: (t) => t('achievement.list.feed_text') },
  ),
  capabilities: listings(
    { kind: 'capability', definition: capabilityListDefinition, rows: capabilityRows },
    { title: (t) => t('capability.list.feed_title'), text: (t) => t('capability.list.feed_text') },
  ),
}
