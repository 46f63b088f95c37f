import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { onlyStaff } from '~/domain/kernel/actor'
import { latestVerified, organizationQueue } from '~/domain/organization/queries.server'
import { regionName } from '~/domain/organization/regions'
import { page } from '~/http/page'
import { formatDuration, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('organization.queue.title')

export const loader = page(onlyStaff('reviewer'), async ({ actor, services, now }) => ({
  waiting: await organizationQueue(services.db, actor),
  verified: await latestVerified(services.db),
  now: now.toISOString(),
}))

export default function Page() {
  const { waiting, verified, now } = useLoaderData<typeof loader>()
  const { t, locale } = useText()
  return (
    <>
      <PageHeading
        title={t('organization.queue.title')}
        breadcrumb={[{ label: t('common.nav.admin'), to: '/admin' }, { label: t('organization.queue.title') }]}
      />
      <Section title={t('organization.queue.waiting')} count={waiting.length}>
        <DataTable
          caption={t('organization.queue.waiting')}
          captionHidden
          rows={waiting}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('organization.queue.none')}>{t('organization.queue.none_hint')}</EmptyState>}
          columns={[
            { key: 'name', header: t('organization.field.name'), rowHeader: true, cell: (row) => row.name },
            { key: 'kind', header: t('organization.field.kind'), cell: (row) => t(`organization.kind.${row.kind}`) },
            { key: 'code', header: t('organization.field.code'), cell: (row) => row.code },
            { key: 'region', header: t('organization.field.region'), cell: (row) => regionName(row.region, locale) },
            {
              key: 'submitted',
              header: t('organization.queue.submitted'),
              cell: (row) => <Moment at={row.submittedAt} time />,
            },
            {
              key: 'age',
              header: t('organization.queue.age'),
              numeric: true,
              cell: (row) => formatDuration(Date.parse(now) - Date.parse(row.submittedAt), locale),
            },
            {
              key: 'act',
              header: t('organization.queue.act'),
              cell: (row) =>
                row.own ? (
                  <span className="text-quiet">{t('organization.queue.own')}</span>
                ) : (
                  <Link to={`/admin/organizations/${row.id}/verify`}>{t('organization.verify.open')}</Link>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('organization.queue.verified')}>
        <DataTable
          caption={t('organization.queue.verified')}
          captionHidden
          rows={verified}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: t('organization.field.name'), rowHeader: true, cell: (row) => row.name },
            {
              key: 'at',
              header: t('organization.edit.verified_at'),
              cell: (row) => row.verifiedAt && <Moment at={row.verifiedAt} />,
            },
          ]}
          empty={<p className="text-quiet">{t('organization.queue.none_verified')}</p>}
        />
      </Section>
    </>
  )
}
