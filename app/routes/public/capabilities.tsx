import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { ListPage } from '~/components/listing/list-page'
import { ComparedByText, MarkedTitle } from '~/components/listing/found-words'
import { ListRow } from '~/components/listing/list-row'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { capabilityListDefinition } from '~/domain/capability/list'
import { capabilityList } from '~/domain/capability/list.server'
import { Marked } from '~/components/ui/marked'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'
import { listProps } from '~/lists/list-props'
import { readListParams } from '~/lists/url'
import { askedOf, marksOf } from '~/lists/words.server'
import { titled } from '../page-title'

export const meta = titled('capability.list.title')

export const loader = page(anyone, async (visit) => {
  const { services, url } = visit
  const params = readListParams(capabilityListDefinition, url.searchParams)
  const asked = await askedOf(visit, 'capability', params)
  const list = await capabilityList(services.db, asked)
  return {
    params,
    list,
    marks: await marksOf(visit, 'capability', params.words, list.rows),
    byText: asked.found === null,
  }
})

export default function Page() {
  const { params, list, marks, byText } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('capability.list.title')}
        actions={<LinkButton to="/workspace/capabilities/new">{t('capability.list.post')}</LinkButton>}
      />
      <ListPage
        {...listProps(capabilityListDefinition, params, list, t)}
        query={{ kind: 'capability', name: 'q', value: params.words, label: t('capability.list.search') }}
        notice={byText && <ComparedByText />}
        empty={
          <EmptyState
            title={t('capability.list.none')}
            actions={<LinkButton to="/capabilities">{t('common.list.clear')}</LinkButton>}
          >
            {t('capability.list.none_hint')}
          </EmptyState>
        }
      >
        {list.rows.map((row) => (
          <ListRow
            key={row.id}
            to={`/capabilities/${row.number}`}
            title={<MarkedTitle title={row.title} marks={marks[row.id]} />}
            snippet={marks[row.id]?.snippet && <Marked {...marks[row.id]!.snippet!} />}
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
