import { Link } from '@remix-run/react'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import type { RecordView } from '~/domain/matching/records.server'
import { useText } from '~/i18n'

/** Organisations that have won in the field of a challenge before. Nothing where there are none. */
export function RecordTable({ rows }: { rows: readonly RecordView[] }) {
  const { t } = useText()
  if (rows.length === 0) return null
  return (
    <Section title={t('matching.records.title')} count={rows.length} id="records">
      <p className="mb-2 max-w-text text-small text-quiet">{t('matching.records.intro')}</p>
      <DataTable
        caption={t('matching.records.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'organization',
            header: t('matching.records.organization'),
            rowHeader: true,
            cell: (row) => row.name,
          },
          {
            key: 'reason',
            header: t('matching.records.reason'),
            cell: (row) =>
              [
                t('matching.records.awards', { count: row.awards }),
                row.shared_tags.length > 0 &&
                  t('matching.records.shared', { tags: row.shared_tags.join(t('matching.comma')) }),
              ]
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'latest',
            header: t('matching.records.latest'),
            cell: (row) => (
              <>
                <Link to={`/challenges/${row.latest.number}`}>{row.latest.title}</Link>
                <span className="numbers block text-small text-quiet">{row.latest.number}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
