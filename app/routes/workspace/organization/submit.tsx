import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { signedIn } from '~/domain/kernel/actor'
import { stale } from '~/domain/kernel/errors'
import { submitOrganization } from '~/domain/organization/commands/submit.server'
import { organizationPage } from '~/domain/organization/queries.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { type TextKey, useText } from '~/i18n'
import { titled } from '../../page-title'
import { OrganizationFacts } from './facts'

export const meta = titled('organization.submit.title')

export const loader = page(signedIn, async ({ actor, params, now, services, newKey }) => {
  const organization = await organizationPage(services.db, actor, params.id ?? '', now)
  const submit = organization.actions.find((each) => each.event === 'submit')
  if (!submit) throw stale('errors.state', { state: `organization.state.${organization.state}` })
  return {
    organization,
    refusal: submit.decision.yes ? null : (submit.decision.reason as TextKey),
    key: newKey(),
  }
})

export const action = act(submitOrganization, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/organizations/${id}`, 'organization.said.submitted'),
})

export default function Page() {
  const { organization, refusal, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/organizations/${organization.id}`
  return (
    <>
      <PageHeading
        title={t('organization.submit.title')}
        breadcrumb={[
          { label: t('organization.own.title'), to: '/workspace/organizations' },
          { label: organization.name, to: at },
          { label: t('organization.submit.title') },
        ]}
      />
      <OrganizationFacts organization={organization} />
      {refusal ? (
        <Notice
          tone="warn"
          title={t(refusal)}
          actions={<LinkButton to={at}>{t('organization.submit.back')}</LinkButton>}
        />
      ) : (
        <ActForm id="submit" actKey={key} result={result && 'result' in result ? result.result : null}>
          <FormEnd next={t('organization.submit.next')}>
            <SubmitButton>{t('organization.submit.title')}</SubmitButton>
            <LinkButton to={at} look="quiet">
              {t('organization.submit.back')}
            </LinkButton>
          </FormEnd>
        </ActForm>
      )}
    </>
  )
}
