import { Link } from '@remix-run/react'
import { DataTable } from '~/components/ui/data-table'
import type { Column } from '~/components/ui/data-table'
import { useText } from '~/i18n'

export interface ShareRow {
  key: string
  label: string
  /** Only its ratio to the others is drawn. */
  value: number
  text: string
  /** The rows behind it. */
  to?: string | null
  /** Cells of the further columns, in their order. */
  more?: readonly string[]
  /** Stays at the end whatever its size: 其他, 未填写. */
  last?: boolean
}

interface ShareBarsProps {
  caption: string
  captionHidden?: boolean
  labelHeader: string
  /** Of the drawn figure: 亿元 */
  valueHeader: string
  moreHeaders?: readonly string[]
  rows: readonly ShareRow[]
  /** As given: quarters follow time. */
  inOrder?: boolean
}

/** Largest first, a bar in each row of a table. */
export function ShareBars({
  caption,
  captionHidden,
  labelHeader,
  valueHeader,
  moreHeaders = [],
  rows,
  inOrder = false,
}: ShareBarsProps) {
  const { t } = useText()
  const bySize = (a: ShareRow, b: ShareRow) => Number(a.last ?? false) - Number(b.last ?? false) || b.value - a.value
  const sorted = inOrder ? rows : [...rows].sort(bySize)
  const most = Math.max(0, ...sorted.map((row) => row.value)) || 1
  const columns: Column<ShareRow>[] = [
    { key: 'label', header: labelHeader, rowHeader: true, width: '20%', cell: (row) => row.label },
    {
      key: 'bar',
      header: t('common.chart.bar'),
      fill: true,
      cell: (row) => (
        <svg aria-hidden="true" width="100%" height="14" className="mt-1.5 block min-w-24">
          <rect width={`${Math.max(0, (row.value / most) * 100).toFixed(2)}%`} height="14" className="fill-river" />
        </svg>
      ),
    },
    {
      key: 'value',
      header: valueHeader,
      numeric: true,
      cell: (row) => (
        <>
          {row.to ? (
            <Link to={row.to} className="inline-block">
              {row.text}
            </Link>
          ) : (
            row.text
          )}
          <span className="block text-small text-quiet sm:hidden">
            {moreHeaders.map((header, index) => `${header} ${row.more?.[index] ?? '—'}`).join(' · ')}
          </span>
        </>
      ),
    },
    ...moreHeaders.map((header, index): Column<ShareRow> => ({
      key: `more-${index}`,
      header,
      numeric: true,
      wideOnly: true,
      cell: (row) => row.more?.[index],
    })),
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={sorted}
      rowKey={(row) => row.key}
    />
  )
}
