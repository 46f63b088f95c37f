import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { reviewQueue } from '~/domain/challenge/queries.server'
import { onlyStaff } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDuration, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('challenge.review.title')

export const loader = page(onlyStaff('reviewer'), async ({ actor, services, now }) => ({
  rows: await reviewQueue(services.db, actor),
  now: now.toISOString(),
}))

export default function Page() {
  const { rows, now } = useLoaderData<typeof loader>()
  const { t, locale } = useText()
  return (
    <>
      <PageHeading
        title={t('challenge.review.title')}
        breadcrumb={[{ label: t('common.nav.admin'), to: '/admin' }, { label: t('challenge.review.title') }]}
      />
      <Section title={t('challenge.review.waiting')} count={rows.length}>
        <DataTable
          caption={t('challenge.review.waiting')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('challenge.review.none')}>{t('challenge.review.none_hint')}</EmptyState>}
          columns={[
            {
              key: 'title',
              header: t('challenge.column.title'),
              rowHeader: true,
              cell: (row) => row.title,
            },
            {
              key: 'poser',
              header: t('challenge.column.poser'),
              cell: (row) => (
                <>
                  {row.poser}{' '}
                  {row.poser_state !== 'verified' && <Badge tone="waiting">{t('challenge.review.unverified')}</Badge>}
                </>
              ),
            },
            {
              key: 'submitted',
              header: t('challenge.review.submitted'),
              cell: (row) => row.submitted_at && <Moment at={row.submitted_at} time />,
            },
            {
              key: 'age',
              header: t('challenge.review.age'),
              numeric: true,
              cell: (row) => row.submitted_at && formatDuration(Date.parse(now) - Date.parse(row.submitted_at), locale),
            },
            {
              key: 'deadline',
              header: t('challenge.column.deadline'),
              cell: (row) => row.bid_deadline && <Moment at={row.bid_deadline} time />,
            },
            {
              key: 'act',
              header: t('challenge.review.act'),
              cell: (row) =>
                row.own ? (
                  <span className="text-quiet">{t('challenge.review.own')}</span>
                ) : (
                  <Link to={`/admin/challenges/${row.id}/publish`}>{t('challenge.review.open')}</Link>
                ),
            },
          ]}
        />
      </Section>
    </>
  )
}
