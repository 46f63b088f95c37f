import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { signedIn } from '~/domain/kernel/actor'
import { createOrganization } from '~/domain/organization/commands/create.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { OrganizationFields, fieldLabels } from './fields'

export const meta = titled('organization.create.title')

export const loader = page(signedIn, ({ newKey }) => ({ key: newKey() }))

export const action = act(createOrganization, {
  then: ({ id }) => goTo(`/workspace/organizations/${id}`, 'organization.said.created'),
})

export default function Page() {
  const { key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('organization.create.title')}
        breadcrumb={[
          { label: t('organization.own.title'), to: '/workspace/organizations' },
          { label: t('organization.create.title') },
        ]}
      />
      <ActForm
        id="organization"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{ region: '330108' }}
        labels={fieldLabels(t)}
      >
        <OrganizationFields />
        <FormEnd next={t('organization.create.next')}>
          <SubmitButton>{t('organization.create.submit')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
