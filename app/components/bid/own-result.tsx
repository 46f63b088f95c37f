import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { Notice } from '~/components/ui/notice'
import type { OwnResult } from '~/domain/award/queries.server'
import { formatNumber, useText } from '~/i18n'

/** Hundredths of a point as people read them. */
export const points = (hundredths: number): string => formatNumber(hundredths / 100, { digits: 2 })

/** What a bidder learns of its own bid: scores, ranks and the judges' comments to it. */
export function OwnResultView({ result }: { result: OwnResult }) {
  const { t } = useText()
  return (
    <Section title={t('bid.result.title')}>
      <Notice
        tone={result.awarded ? 'success' : 'info'}
        title={t(result.awarded ? 'bid.result.won' : 'bid.result.lost')}
      >
        <p className="numbers">
          {t('bid.result.total', { points: points(result.total.mean), bids: result.bids, rank: result.rank })}
        </p>
      </Notice>
      <DataTable
        caption={t('bid.result.title')}
        captionHidden
        rows={result.criteria}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'name',
            header: t('bid.result.criterion'),
            rowHeader: true,
            cell: (row) => t('bid.result.weight', { name: row.name, weight: row.weight }),
          },
          { key: 'mean', header: t('bid.result.points'), numeric: true, cell: (row) => points(row.spread.mean) },
          {
            key: 'spread',
            header: t('bid.result.spread'),
            numeric: true,
            cell: (row) => `${points(row.spread.low)}–${points(row.spread.high)}`,
          },
          { key: 'rank', header: t('bid.result.rank'), numeric: true, cell: (row) => row.rank },
          {
            key: 'comments',
            header: t('bid.result.comments'),
            cell: (row) => (
              <ul className="list-disc ps-5">
                {row.comments.map((comment, index) => (
                  <li key={index} className="whitespace-pre-line">
                    {comment}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
