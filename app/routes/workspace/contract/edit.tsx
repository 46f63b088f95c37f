import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { updateContract } from '~/domain/contract/commands/update.server'
import { contractIdOf, contractPage } from '~/domain/contract/queries.server'
import { updateForm } from '~/domain/contract/schema'
import { signedIn } from '~/domain/kernel/actor'
import { notAllowed, stale } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { ContractFields } from './fields'
import { contractLabels } from './names'

export const meta = titled('contract.edit.title')

export const loader = page(signedIn, async ({ actor, params, now, services, newKey }) => {
  const contract = await contractPage(services.db, actor, params.number ?? '', now)
  const update = contract.actions.find((each) => each.event === 'update')
  if (!update) throw stale('errors.state', { state: `contract.state.${contract.state}` })
  if (update.refusal) throw notAllowed(update.refusal)
  return { contract, key: newKey() }
})

export const action = act(updateContract, {
  form: () => updateForm,
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.updated'),
})

export default function Page() {
  const { contract, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/contracts/${contract.number}`
  const empty = { side: '', party_type: 'enterprise_limited', region: '330108', share: '1' }
  return (
    <>
      <PageHeading
        title={t('contract.edit.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: contract.number, to: at },
          { label: t('contract.edit.title') },
        ]}
      />
      <ActForm
        id="contract"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{
          title: contract.title,
          kind: contract.kind,
          sub_kind: contract.sub_kind,
          field: contract.field,
          objective: contract.objective,
          industry: contract.industry,
          plan_source: contract.plan_source,
          ip_types: contract.ip_types,
          ip_numbers: contract.ip_numbers,
          payment_mode: contract.payment_mode,
          payment_terms: contract.payment_terms,
          terms: contract.terms,
          term_from: contract.term_from ?? '',
          term_to: contract.term_to ?? '',
          place: contract.place,
          related_parties: contract.related_parties ? 'on' : '',
          public_funds: contract.public_funds ? 'on' : '',
          overseas: contract.overseas ? 'on' : '',
          parties: [
            ...contract.parties.map(({ side, name, code, party_type, region, share }) => ({
              side,
              name,
              code,
              party_type,
              region,
              share: String(share),
            })),
            empty,
            empty,
          ],
        }}
        labels={contractLabels(t)}
      >
        <ContractFields valueFen={contract.contract_value_fen} rows={contract.parties.length + 2} />
        <FormEnd next={t('contract.edit.next')}>
          <SubmitButton>{t('contract.edit.submit')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('contract.sign.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
