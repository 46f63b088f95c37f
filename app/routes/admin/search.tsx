import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { Facts } from '~/components/ui/facts'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { onlyStaff } from '~/domain/kernel/actor'
import { searchHealth } from '~/domain/matching/health.server'
import { page } from '~/http/page'
import { formatNumber, useText } from '~/i18n'
import { titled } from '../page-title'

export const meta = titled('admin.search.title')

export const loader = page(onlyStaff('system_administrator', 'analyst'), ({ services, now }) =>
  searchHealth(services.db, services.search.engine, now),
)

export default function Page() {
  const { engine, kinds, newestSequence, indexedAt, drift } = useLoaderData<typeof loader>()
  const { t } = useText()
  const sum = (of: (row: (typeof kinds)[number]) => number) => kinds.reduce((total, row) => total + of(row), 0)
  return (
    <>
      <PageHeading
        title={t('admin.search.title')}
        breadcrumb={[{ label: t('admin.home.title'), to: '/admin' }, { label: t('admin.search.title') }]}
      />
      {!engine.available ? (
        <Notice tone="error" title={t('admin.search.unavailable')}>
          {t('admin.search.down')}
        </Notice>
      ) : drift === 0 ? (
        <Notice tone="success">{t('admin.search.in_step')}</Notice>
      ) : (
        <Notice tone="warn" title={`${t('admin.search.drifting')} · ${t('admin.search.drift', { count: drift })}`}>
          {t('admin.search.drift_hint')}
        </Notice>
      )}
      <div className="max-w-form">
        <Facts
          layout="start"
          rows={[
            { term: t('admin.search.engine'), value: t(`admin.search.engine_name.${engine.engine}`) },
            {
              term: t('admin.search.state'),
              value: t(engine.available ? 'admin.search.available' : 'admin.search.unavailable'),
            },
            { term: t('admin.search.version'), value: engine.version },
            { term: t('admin.search.newest'), value: formatNumber(newestSequence) },
            {
              term: t('admin.search.sequence'),
              value: engine.sequence === null ? null : formatNumber(engine.sequence),
            },
            { term: t('admin.search.indexed'), value: indexedAt && <Moment at={indexedAt} time /> },
          ]}
        />
      </div>
      <div className="mt-8">
        <Section title={t('admin.search.by_kind')}>
          <DataTable
            caption={t('admin.search.by_kind')}
            captionHidden
            rows={kinds}
            rowKey={(row) => row.kind}
            totals={[
              {
                kind: t('admin.search.total'),
                expected: formatNumber(sum((row) => row.expected)),
                documents: formatNumber(sum((row) => row.documents)),
                found: engine.available ? formatNumber(sum((row) => row.found ?? 0)) : '—',
              },
            ]}
            columns={[
              {
                key: 'kind',
                header: t('admin.search.kind'),
                rowHeader: true,
                cell: (row) => t(`matching.kind.${row.kind}`),
              },
              {
                key: 'expected',
                header: t('admin.search.expected'),
                numeric: true,
                cell: (row) => formatNumber(row.expected),
              },
              {
                key: 'documents',
                header: t('admin.search.documents'),
                numeric: true,
                cell: (row) => formatNumber(row.documents),
              },
              {
                key: 'found',
                header: t('admin.search.found'),
                numeric: true,
                cell: (row) => (row.found === null ? '—' : formatNumber(row.found)),
              },
            ]}
          />
        </Section>
      </div>
    </>
  )
}
