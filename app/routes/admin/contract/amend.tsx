import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { amendContract } from '~/domain/contract/commands/amend.server'
import { contractIdOf } from '~/domain/contract/queries.server'
import { amendForm } from '~/domain/contract/schema'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { Decision } from './decision'
import { decisionPage } from './decision-page.server'
import { KindFields } from '../../workspace/contract/fields'

export const meta = titled('contract.amend.title')

export const loader = decisionPage('amend')

export const action = act(amendContract, {
  form: () => amendForm,
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.amended'),
})

export default function Page() {
  const { contract, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useText()
  return (
    <Decision
      contract={contract}
      actKey={key}
      answer={answer}
      title={t('contract.amend.title')}
      submit={t('contract.amend.submit')}
      next={t('contract.amend.next')}
      values={{ kind: contract.kind, sub_kind: contract.sub_kind }}
    >
      <KindFields />
      <MoneyInput
        name="contract_value_fen"
        label={t('contract.field.contract_value')}
        fen={contract.contract_value_fen}
      />
      <MoneyInput
        name="technology_amount_fen"
        label={t('contract.field.amount')}
        fen={contract.technology_amount_fen}
      />
      <TextArea name="reason" label={t('contract.amend.reason')} rows={4} required />
    </Decision>
  )
}
