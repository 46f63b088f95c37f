import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeRows } from '~/domain/challenge/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { formatFen } from '~/domain/kernel/money'
import { page } from '~/http/page'
import { formatDateTime } from '~/i18n'
import { mostInFeed, rssResponse } from '~/lists/take-away.server'
import { listHref, readListParams } from '~/lists/url'

/** The list as a feed, newest first, with the conditions of the URL. */
export const loader = page(anyone, async ({ services, now, url, t, locale }) => {
  const params = { ...readListParams(challengeListDefinition, url.searchParams), sort: 'newest' as const, page: 1 }
  const site = services.publicUrl ?? url.origin
  const rows = await challengeRows(services.db, params, now, mostInFeed)
  return rssResponse({
    title: t('challenge.list.feed_title'),
    url: new URL(listHref(challengeListDefinition, params), site).href,
    text: t('challenge.list.feed_text'),
    items: rows.map((row) => {
      const budget = row.budget_max_fen ?? row.budget_min_fen
      return {
        id: `challenge-${row.id}`,
        title: `${row.number} ${row.title}`,
        url: new URL(`/challenges/${row.number}`, site).href,
        text: [
          row.poser,
          `${t('challenge.fact.budget')} ${budget ? formatFen(BigInt(budget), 'auto', locale) : t('challenge.list.negotiable')}`,
          `${t('challenge.fact.bid_deadline')} ${formatDateTime(row.bid_deadline)}`,
        ].join(' · '),
        at: new Date(row.published_at),
      }
    }),
  })
})
