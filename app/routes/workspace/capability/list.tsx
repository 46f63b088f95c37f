import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { capabilitiesOf } from '~/domain/capability/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('capability.own.title')

export const loader = page(signedIn, async ({ actor, services, now }) => ({
  rows:
    actor.kind === 'person' && actor.organization ? await capabilitiesOf(services.db, actor.organization.id, now) : [],
}))

export default function Page() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useText()
  const add = <LinkButton to="/workspace/capabilities/new">{t('capability.own.new')}</LinkButton>
  return (
    <>
      <PageHeading
        title={t('capability.own.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('capability.own.title') }]}
        actions={add}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('capability.own.none')} actions={add}>
          {t('capability.own.none_hint')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('capability.own.caption')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              header: t('achievement.own.column_title'),
              rowHeader: true,
              cell: (row) => <Link to={`/workspace/capabilities/${row.id}`}>{row.title}</Link>,
            },
            {
              key: 'state',
              header: t('achievement.own.column_state'),
              cell: (row) => (
                <Badge tone={row.state === 'listed' ? 'good' : 'plain'}>{t(`capability.state.${row.state}`)}</Badge>
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
                  <Link to={`/workspace/capabilities/${row.id}/matches`}>{t('achievement.own.matches')}</Link>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
