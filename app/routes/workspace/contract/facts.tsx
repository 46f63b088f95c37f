import { Facts } from '~/components/ui/facts'
import { Moment } from '~/components/ui/moment'
import { Money } from '~/components/ui/money'
import type { ContractView } from '~/domain/contract/queries.server'
import { useText } from '~/i18n'
import { subKindName } from './names'

/** Value, costs and technology amount, exact to the fen. */
export function AmountFacts({ contract }: { contract: ContractView }) {
  const { t } = useText()
  const money = (fen: string | null) => fen && <Money fen={fen} unit="元" />
  return (
    <Facts
      rows={[
        { term: t('contract.field.contract_value'), value: money(contract.contract_value_fen), strong: true },
        ...contract.costs.map((cost) => ({ term: `− ${cost.name}`, value: money(cost.amount_fen) })),
        {
          term: t('contract.field.suggested'),
          value: contract.costs.length > 0 && money(contract.suggested_amount_fen),
        },
        { term: t('contract.field.claimed'), value: money(contract.claimed_amount_fen) },
        { term: t('contract.field.amount'), value: money(contract.technology_amount_fen), strong: true },
        { term: t('contract.field.amount_reason'), value: contract.amount_reason },
      ].map((row) => ({ ...row, value: row.value || null }))}
    />
  )
}

export function ContractFacts({ contract }: { contract: ContractView }) {
  const { t } = useText()
  const said = (value: boolean) => t(value ? 'contract.yes' : 'contract.no')
  return (
    <Facts
      layout="start"
      rows={[
        { term: t('contract.field.number'), value: contract.number },
        { term: t('contract.field.registration_number'), value: contract.registration_number },
        { term: t('contract.field.checking_code'), value: contract.checking_code },
        {
          term: t('contract.field.registered_at'),
          value: contract.registered_at && <Moment at={contract.registered_at} />,
        },
        {
          term: t('contract.field.kind'),
          value: `${t(`contract.kind.${contract.kind}`)} · ${subKindName(t, contract.kind, contract.sub_kind)}`,
        },
        { term: t('contract.field.field'), value: t(`common.field.${contract.field}`) },
        { term: t('contract.field.origin'), value: t(`contract.origin.${contract.origin}`) },
        { term: t('contract.field.signed_on'), value: contract.signed_on },
        {
          term: t('contract.field.term'),
          value: contract.term_from && `${contract.term_from} ~ ${contract.term_to ?? ''}`,
        },
        { term: t('contract.field.place'), value: contract.place },
        { term: t('contract.field.payment_mode'), value: t(`contract.payment.${contract.payment_mode}`) },
        {
          term: t('contract.field.payment_terms'),
          value: contract.payment_terms && <span className="whitespace-pre-line">{contract.payment_terms}</span>,
        },
        {
          term: t('contract.field.ip_types'),
          value: contract.ip_types.map((type) => t(`contract.ip.${type as 'none'}`)).join(t('common.list_separator')),
        },
        { term: t('contract.field.ip_numbers'), value: contract.ip_numbers },
        { term: t('contract.field.objective'), value: t(`contract.objective.${contract.objective}`) },
        { term: t('contract.field.industry'), value: contract.industry },
        { term: t('contract.field.plan_source'), value: t(`contract.plan.${contract.plan_source}`) },
        { term: t('contract.field.related_parties'), value: said(contract.related_parties) },
        { term: t('contract.field.public_funds'), value: said(contract.public_funds) },
        { term: t('contract.field.overseas'), value: said(contract.overseas) },
        {
          term: t('contract.field.document_hash'),
          value: <code className="break-all text-small">{contract.document_hash}</code>,
        },
      ]}
    />
  )
}
