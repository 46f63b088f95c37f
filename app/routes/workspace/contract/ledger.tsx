import { DataTable } from '~/components/ui/data-table'
import { Moment } from '~/components/ui/moment'
import { Money } from '~/components/ui/money'
import type { ContractView } from '~/domain/contract/queries.server'
import { useText } from '~/i18n'

/** The entries of a contract with salt and commitment, by which its public rows can be shown to be its own. */
export function Ledger({ contract }: { contract: ContractView }) {
  const { t } = useText()
  return (
    <>
      <DataTable
        caption={t('contract.detail.ledger')}
        captionHidden
        rows={contract.entries}
        rowKey={(entry) => entry.commitment}
        columns={[
          {
            key: 'type',
            header: t('indicator.column.type'),
            rowHeader: true,
            cell: (entry) => (
              <>
                {t(`contract.entry.${entry.type}`)} <Moment at={entry.recorded_at} />
              </>
            ),
          },
          {
            key: 'period',
            header: t('contract.field.period'),
            cell: (entry) => <span className="whitespace-nowrap">{entry.period}</span>,
          },
          {
            key: 'value',
            header: t('contract.field.contract_value'),
            numeric: true,
            cell: (entry) => <Money fen={entry.contract_value_fen} unit="元" />,
          },
          {
            key: 'amount',
            header: t('contract.field.amount'),
            numeric: true,
            cell: (entry) => <Money fen={entry.technology_amount_fen} unit="元" />,
          },
          {
            key: 'commitment',
            header: `${t('contract.field.commitment')} / ${t('contract.detail.salt')}`,
            cell: (entry) => (
              <code className="block text-small break-all">
                {entry.commitment}
                <br />
                {entry.salt}
              </code>
            ),
          },
        ]}
      />
      <p className="mt-2 max-w-text text-small text-quiet">{t('contract.detail.ledger_hint')}</p>
    </>
  )
}
