import { Link } from '@remix-run/react'
import { DataTable } from '~/components/ui/data-table'
import { Money } from '~/components/ui/money'
import type { ContractView } from '~/domain/contract/queries.server'
import { formatDateTime, useText } from '~/i18n'
import { placeName } from './names'

/** The parties of both sides with their part of the value, and whether they signed the present version. */
export function Parties({ contract }: { contract: ContractView }) {
  const { t, locale } = useText()
  return (
    <DataTable
      caption={t('contract.field.parties')}
      captionHidden
      rows={contract.parties}
      rowKey={(party) => String(party.position)}
      columns={[
        { key: 'side', header: t('contract.field.side'), cell: (party) => t(`contract.side.${party.side}`) },
        {
          key: 'name',
          header: t('contract.field.name'),
          rowHeader: true,
          cell: (party) => (
            <>
              {party.name}
              <span className="numbers block text-small text-quiet">
                {party.code} · {t(`organization.party_type.${party.party_type}`)} · {placeName(t, locale, party.region)}
              </span>
            </>
          ),
        },
        {
          key: 'share',
          header: t('contract.field.contract_value'),
          numeric: true,
          cell: (party) => <Money fen={party.value_fen} unit="元" />,
        },
        {
          key: 'signature',
          header: t('contract.event.sign'),
          cell: (party) =>
            party.signature ? (
              <>
                {t(party.signature.statement ? 'contract.detail.stated_by' : 'contract.detail.signed_by', {
                  name: party.signature.name,
                  time: formatDateTime(party.signature.at),
                })}
                {party.signature.statement && (
                  <span className="block text-small text-quiet">{party.signature.statement}</span>
                )}
              </>
            ) : (
              <>
                <span className="text-wait">{t('contract.detail.unsigned')}</span>
                {party.may_state && (
                  <Link to={`/workspace/contracts/${contract.number}/sign/${party.position}`} className="block">
                    {t('contract.detail.state_it')}
                  </Link>
                )}
              </>
            ),
        },
      ]}
    />
  )
}
