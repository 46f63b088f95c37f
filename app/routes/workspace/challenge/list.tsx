import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { challengesOf } from '~/domain/challenge/queries.server'
import { reviewWorkingDays } from '~/domain/challenge/rules'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('challenge.mine.title')

export const loader = page(signedIn, async ({ actor, services, now }) => {
  const own = actor.kind === 'person' ? actor.organization : null
  return { rows: own ? await challengesOf(services.db, own.id, now) : null, days: reviewWorkingDays }
})

export default function Page() {
  const { rows, days } = useLoaderData<typeof loader>()
  const { t } = useText()
  const write = (
    <LinkButton to="/workspace/challenges/new" look="primary">
      {t('challenge.mine.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeading
        title={t('challenge.mine.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('challenge.mine.title') }]}
        actions={rows && write}
      />
      {rows ? (
        <DataTable
          caption={t('challenge.mine.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('challenge.mine.none')} actions={write}>
              {t('challenge.mine.none_hint', { days })}
            </EmptyState>
          }
          columns={[
            {
              key: 'title',
              header: t('challenge.column.title'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link to={row.number ? `/challenges/${row.number}` : `/workspace/challenges/${row.id}`}>
                    {row.title}
                  </Link>
                  {row.number && <span className="block text-small text-quiet">{row.number}</span>}
                </>
              ),
            },
            {
              key: 'state',
              header: t('challenge.column.state'),
              cell: (row) => (
                <Badge tone={row.state === 'returned' ? 'bad' : row.state === 'open' ? 'working' : 'plain'}>
                  {t(`challenge.state.${row.state}`)}
                </Badge>
              ),
            },
            {
              key: 'deadline',
              header: t('challenge.column.deadline'),
              cell: (row) => row.bid_deadline && <Moment at={row.bid_deadline} time />,
            },
            {
              key: 'updated',
              header: t('challenge.column.updated'),
              cell: (row) => <Moment at={row.updated_at} />,
            },
          ]}
        />
      ) : (
        <EmptyState
          title={t('challenge.mine.need_organization')}
          actions={<LinkButton to="/workspace/organizations">{t('common.nav.organizations')}</LinkButton>}
        />
      )}
    </>
  )
}
