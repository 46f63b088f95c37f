import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { createContract } from '~/domain/contract/commands/create.server'
import { createForm } from '~/domain/contract/schema'
import { organizationPage } from '~/domain/organization/queries.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { ContractFields } from './fields'
import { contractLabels } from './names'

export const meta = titled('contract.create.title')

const rows = 5

export const loader = page(memberWhoWrites, async ({ actor, services, now, newKey }) => {
  const id = actor.kind === 'person' ? (actor.organization?.id ?? '') : ''
  const own = await organizationPage(services.db, actor, id, now)
  const seller = {
    side: 'seller',
    name: own.name,
    code: own.code,
    party_type: own.partyType,
    region: own.region,
    share: '1',
  }
  const empty = { party_type: 'enterprise_limited', region: '330108', share: '1' }
  return {
    key: newKey(),
    parties: [seller, { ...empty, side: 'buyer' }, ...Array.from({ length: rows - 2 }, () => ({ ...empty, side: '' }))],
  }
})

export const action = act(createContract, {
  form: () => createForm,
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.drafted'),
})

export default function Page() {
  const { key, parties } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('contract.create.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: t('contract.create.title') },
        ]}
      />
      <p className="mb-6 max-w-text">{t('contract.create.intro')}</p>
      <ActForm
        id="contract"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{
          kind: 'development',
          sub_kind: 'commissioned',
          objective: 'industry_commerce',
          plan_source: 'none',
          payment_mode: 'instalments',
          parties,
        }}
        labels={contractLabels(t)}
      >
        <ContractFields rows={rows} />
        <FormEnd next={t('contract.create.next')}>
          <SubmitButton>{t('contract.create.submit')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
