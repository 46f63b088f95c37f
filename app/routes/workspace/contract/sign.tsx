import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { signContract } from '~/domain/contract/commands/sign.server'
import { contractIdOf } from '~/domain/contract/queries.server'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { AcceptanceTerms } from './acceptance-terms'
import { AmountFacts, ContractFacts } from './facts'
import { stepPage } from './own-step.server'
import { Parties } from './parties'

export const meta = titled('contract.sign.title')

export const loader = stepPage('sign')

export const action = act(signContract, {
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.signed'),
})

/** The whole text first, the signature under it. */
export default function Page() {
  const { contract, organization, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/contracts/${contract.number}`
  return (
    <>
      <PageHeading
        title={t('contract.sign.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: contract.number, to: at },
          { label: t('contract.sign.title') },
        ]}
      />
      <Section title={contract.title}>
        <Parties contract={contract} />
        <AmountFacts contract={contract} />
        {contract.acceptance.length > 0 && <AcceptanceTerms terms={contract.acceptance} />}
        <p className="my-4 max-w-text whitespace-pre-line">{contract.terms}</p>
        <ContractFacts contract={contract} />
      </Section>
      <ActForm id="sign" actKey={key} result={result && 'result' in result ? result.result : null}>
        <input type="hidden" name="version" value={contract.version} />
        <FormEnd next={t('contract.sign.intro', { organization, version: contract.version })}>
          <SubmitButton>{t('contract.sign.submit')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('contract.sign.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
