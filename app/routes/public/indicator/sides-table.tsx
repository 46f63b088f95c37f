import { Link } from '@remix-run/react'
import { DataTable } from '~/components/ui/data-table'
import type { Sides } from '~/domain/indicator/queries.server'
import { type Basis, type Flow, bases, flows } from '~/domain/indicator/recompute'
import { fenNumber } from '~/domain/kernel/money'
import { useText } from '~/i18n'

interface SidesTableProps {
  sides: Sides
  to: (changed: { basis: Basis; flow: Flow }) => string
}

/** Both bases by all flows, side by side; each cell opens its rows, its title is exact to the fen. */
export function SidesTable({ sides, to }: SidesTableProps) {
  const { t } = useText()
  const amount = (fen: string) => (
    <span title={t('indicator.page.exact', { yuan: fenNumber(BigInt(fen), '元') })}>
      {fenNumber(BigInt(fen), '亿元', 2)}
    </span>
  )
  return (
    <DataTable
      caption={t('indicator.page.sides')}
      captionHidden
      rows={[...flows, 'within' as const]}
      rowKey={(flow) => flow}
      columns={[
        {
          key: 'flow',
          header: t('indicator.column.flow'),
          rowHeader: true,
          cell: (flow) => t(`indicator.flow.${flow}`),
        },
        ...bases.map((basis) => ({
          key: basis,
          header: `${t(`indicator.basis.${basis}`)}${t('common.bracketed', { text: t('indicator.page.unit') })}`,
          numeric: true,
          cell: (flow: Flow | 'within') =>
            flow === 'within' ? (
              amount(sides[basis].within.fen)
            ) : (
              <Link to={to({ basis, flow })}>{amount(sides[basis][flow].fen)}</Link>
            ),
        })),
        {
          key: 'contracts',
          header: t('indicator.column.contracts'),
          numeric: true,
          cell: (flow) => sides.technology_amount[flow].contracts,
        },
      ]}
    />
  )
}
