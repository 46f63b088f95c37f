import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea, TextInput } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { stateSignature } from '~/domain/contract/commands/state-signature.server'
import { contractIdOf, contractPage } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('contract.state_signature.title')

export const loader = page(signedIn, async ({ actor, params, now, services, newKey }) => {
  const contract = await contractPage(services.db, actor, params.number ?? '', now)
  const party = contract.parties.find((each) => String(each.position) === params.position)
  if (!party?.may_state) throw notFound()
  return { number: contract.number, version: contract.version, party, key: newKey() }
})

export const action = act(stateSignature, {
  given: async ({ params, services }) => ({
    id: await contractIdOf(services.db, params.number ?? ''),
    position: params.position ?? '',
  }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.signed'),
})

export default function Page() {
  const { number, version, party, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/contracts/${number}`
  return (
    <>
      <PageHeading
        title={t('contract.state_signature.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: number, to: at },
          { label: party.name },
        ]}
      />
      <p className="mb-4 max-w-text">{t('contract.state_signature.intro', { name: party.name })}</p>
      <ActForm
        id="signature"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        labels={{ name: t('contract.field.signer'), statement: t('contract.field.statement') }}
      >
        <input type="hidden" name="version" value={version} />
        <TextInput name="name" label={t('contract.field.signer')} width="medium" required />
        <TextArea name="statement" label={t('contract.field.statement')} rows={3} required />
        <FormEnd>
          <SubmitButton>{t('contract.state_signature.submit')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('contract.sign.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
