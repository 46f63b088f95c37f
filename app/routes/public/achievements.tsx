import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { ListPage } from '~/components/listing/list-page'
import { ListRow } from '~/components/listing/list-row'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { achievementListDefinition } from '~/domain/achievement/list'
import { achievementList } from '~/domain/achievement/list.server'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'
import { listProps } from '~/lists/list-props'
import { readListParams } from '~/lists/url'
import { titled } from '../page-title'

export const meta = titled('achievement.list.title')

export const loader = page(anyone, async ({ services, now, url }) => {
  const params = readListParams(achievementListDefinition, url.searchParams)
  return { params, list: await achievementList(services.db, params, now) }
})

export default function Page() {
  const { params, list } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('achievement.list.title')}
        actions={<LinkButton to="/workspace/achievements/new">{t('achievement.list.post')}</LinkButton>}
      />
      <ListPage
        {...listProps(achievementListDefinition, params, list, t)}
        query={{ kind: 'achievement', name: 'q', value: params.words, label: t('achievement.list.search') }}
        empty={
          <EmptyState
            title={t('achievement.list.none')}
            actions={<LinkButton to="/achievements">{t('common.list.clear')}</LinkButton>}
          >
            {t('achievement.list.none_hint')}
          </EmptyState>
        }
      >
        {list.rows.map((row) => (
          <ListRow
            key={row.id}
            to={`/achievements/${row.number}`}
            title={row.title}
            number={row.number}
            facts={[row.field && t(`common.field.${row.field}`), row.organization, ...row.tags.slice(0, 3)]}
            figure={row.trl === null ? null : t('matching.trl', { level: row.trl })}
            figureNote={formatDate(row.listed_at)}
          />
        ))}
      </ListPage>
    </>
  )
}
