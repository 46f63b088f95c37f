import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { achievementsOf } from '~/domain/achievement/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('achievement.own.title')

export const loader = page(signedIn, async ({ actor, services, now }) => ({
  rows:
    actor.kind === 'person' && actor.organization ? await achievementsOf(services.db, actor.organization.id, now) : [],
}))

export default function Page() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useText()
  const add = <LinkButton to="/workspace/achievements/new">{t('achievement.own.new')}</LinkButton>
  return (
    <>
      <PageHeading
        title={t('achievement.own.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('achievement.own.title') }]}
        actions={add}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('achievement.own.none')} actions={add}>
          {t('achievement.own.none_hint')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('achievement.own.caption')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              header: t('achievement.own.column_title'),
              rowHeader: true,
              cell: (row) => <Link to={`/workspace/achievements/${row.id}`}>{row.title}</Link>,
            },
            {
              key: 'state',
              header: t('achievement.own.column_state'),
              cell: (row) => (
                <Badge tone={row.state === 'listed' ? 'good' : 'plain'}>{t(`achievement.state.${row.state}`)}</Badge>
              ),
            },
            {
              key: 'valid',
              header: t('achievement.own.column_valid'),
              numeric: true,
              cell: (row) => (row.valid_until ? formatDate(row.valid_until) : '—'),
            },
            {
              key: 'matches',
              header: t('workspace.column.act'),
              cell: (row) =>
                row.state === 'listed' && (
                  <Link to={`/workspace/achievements/${row.id}/matches`}>{t('achievement.own.matches')}</Link>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
