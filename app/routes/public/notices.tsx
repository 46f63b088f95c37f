import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { type Column, DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Money } from '~/components/ui/money'
import { type NoticeRow, awardNotices } from '~/domain/challenge/notices.server'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatNumber, useText } from '~/i18n'
import { titled } from '../page-title'

export const meta = titled('challenge.notice.title')

export const loader = page(anyone, async ({ services, now }) => {
  const rows = await awardNotices(services.db, now)
  return { running: rows.filter((row) => row.running), past: rows.filter((row) => !row.running) }
})

export default function Page() {
  const { running, past } = useLoaderData<typeof loader>()
  const { t } = useText()
  const columns: Column<NoticeRow>[] = [
    {
      key: 'challenge',
      header: t('challenge.notice.challenge'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to={`/challenges/${row.number}`}>{row.title}</Link>
          <span className="block text-small text-quiet">{row.number}</span>
        </>
      ),
    },
    { key: 'winner', header: t('challenge.notice.winner'), cell: (row) => row.winner },
    { key: 'price', header: t('challenge.notice.price'), numeric: true, cell: (row) => <Money fen={row.price_fen} /> },
    {
      key: 'score',
      header: t('challenge.notice.score'),
      numeric: true,
      cell: (row) => formatNumber(row.score_hundredths / 100, { digits: 2 }),
    },
    {
      key: 'ends',
      header: t('challenge.notice.ends'),
      numeric: true,
      cell: (row) => <Moment at={row.publicity_ends_at} time />,
    },
  ]
  const state: Column<NoticeRow> = {
    key: 'state',
    header: t('challenge.notice.state'),
    cell: (row) =>
      row.state === 'confirmed' || row.state === 'contracted' ? (
        <Badge tone="good">{t('challenge.notice.confirmed')}</Badge>
      ) : (
        <Badge tone="waiting">{t('challenge.notice.intended')}</Badge>
      ),
  }
  return (
    <>
      <PageHeading title={t('challenge.notice.title')} />
      <p className="mb-6 max-w-text">{t('challenge.notice.intro')}</p>
      <Section title={t('challenge.notice.running')} count={running.length}>
        <DataTable
          caption={t('challenge.notice.running')}
          captionHidden
          columns={columns}
          rows={running}
          rowKey={(row, index) => `${row.number}-${index}`}
          empty={<EmptyState title={t('challenge.notice.none')}>{t('challenge.notice.none_hint')}</EmptyState>}
        />
      </Section>
      {past.length > 0 && (
        <Section title={t('challenge.notice.past')} count={past.length}>
          <DataTable
            caption={t('challenge.notice.past')}
            captionHidden
            columns={[...columns, state]}
            rows={past}
            rowKey={(row, index) => `${row.number}-${index}`}
          />
        </Section>
      )}
    </>
  )
}
