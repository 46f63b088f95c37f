import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { FormSection } from '~/components/forms/field'
import { TextInput } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Facts } from '~/components/ui/facts'
import { Money } from '~/components/ui/money'
import { submitContract } from '~/domain/contract/commands/submit.server'
import { contractIdOf } from '~/domain/contract/queries.server'
import { submitForm } from '~/domain/contract/schema'
import { fenNumber } from '~/domain/kernel/money'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { contractLabels } from './names'
import { stepPage } from './own-step.server'

export const meta = titled('contract.submit.title')

export const loader = stepPage('submit')

export const action = act(submitContract, {
  form: () => submitForm,
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.submitted'),
})

const yuan = (fen: string) => fenNumber(BigInt(fen), '元')

export default function Page() {
  const { contract, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/contracts/${contract.number}`
  const rows = contract.costs.length + 3
  const suggested = contract.suggested_amount_fen ?? contract.contract_value_fen
  return (
    <>
      <PageHeading
        title={t('contract.submit.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: contract.number, to: at },
          { label: t('contract.submit.title') },
        ]}
      />
      <div className="mb-6 max-w-form">
        <Facts
          rows={[
            {
              term: t('contract.submit.value'),
              value: <Money fen={contract.contract_value_fen} unit="元" />,
              strong: true,
            },
          ]}
        />
      </div>
      <ActForm
        id="submit"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{
          costs: Array.from({ length: rows }, (_, index) => {
            const cost = contract.costs[index]
            return cost ? { name: cost.name, amount_fen: yuan(cost.amount_fen) } : { name: '', amount_fen: '' }
          }),
        }}
        labels={contractLabels(t)}
      >
        <FormSection title={t('contract.field.costs')} intro={t('contract.hint.costs')}>
          {Array.from({ length: rows }, (_, index) => (
            <div key={index} className="gap-x-4 sm:grid sm:grid-cols-2">
              <TextInput name={`costs[${index}].name`} label={t('contract.field.cost_name')} maxLength={80} />
              <TextInput
                name={`costs[${index}].amount_fen`}
                label={t('contract.field.cost_amount')}
                inputMode="decimal"
                width="medium"
              />
            </div>
          ))}
        </FormSection>
        <FormSection title={t('contract.field.claimed')}>
          <MoneyInput
            name="claimed_amount_fen"
            label={t('contract.field.claimed')}
            hint={
              <>
                {t('contract.hint.claimed')} {t('contract.submit.suggested', { amount: yuan(suggested) })}
              </>
            }
            fen={suggested}
          />
        </FormSection>
        <FormEnd next={t('contract.submit.next')}>
          <SubmitButton>{t('contract.submit.submit')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('contract.sign.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
