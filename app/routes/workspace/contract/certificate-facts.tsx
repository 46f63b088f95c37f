import { Facts } from '~/components/ui/facts'
import { Moment } from '~/components/ui/moment'
import { Money } from '~/components/ui/money'
import type { CertificateView } from '~/domain/contract/queries.server'
import { useText } from '~/i18n'
import { placeName, subKindName } from './names'

/** What a certificate says; amounts exact to the fen. */
export function CertificateFacts({ certificate }: { certificate: CertificateView }) {
  const { t, locale } = useText()
  const side = (which: 'seller' | 'buyer') =>
    certificate.parties
      .filter((party) => party.side === which)
      .map((party) => `${party.name} (${placeName(t, locale, party.region)})`)
      .join(t('common.list_separator'))
  return (
    <Facts
      layout="start"
      rows={[
        { term: t('contract.field.registration_number'), value: certificate.registration_number, strong: true },
        { term: t('contract.field.title'), value: certificate.title },
        {
          term: t('contract.field.kind'),
          value: `${t(`contract.kind.${certificate.kind}`)} · ${subKindName(t, certificate.kind, certificate.sub_kind)}`,
        },
        { term: t('contract.field.field'), value: t(`common.field.${certificate.field}`) },
        { term: t('contract.side.seller'), value: side('seller') },
        { term: t('contract.side.buyer'), value: side('buyer') },
        { term: t('contract.field.contract_value'), value: <Money fen={certificate.contract_value_fen} unit="元" /> },
        {
          term: t('contract.field.amount'),
          value: <Money fen={certificate.technology_amount_fen} unit="元" />,
          strong: true,
        },
        { term: t('contract.field.signed_on'), value: certificate.signed_on },
        {
          term: t('contract.field.term'),
          value: certificate.term_from && `${certificate.term_from} ~ ${certificate.term_to ?? ''}`,
        },
        {
          term: t('contract.field.registered_at'),
          value: certificate.registered_at && <Moment at={certificate.registered_at} />,
        },
        {
          term: t('contract.field.cancelled_at'),
          value: certificate.cancelled_at && <Moment at={certificate.cancelled_at} />,
        },
      ]}
    />
  )
}
