import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { returnOrganization } from '~/domain/organization/commands/return.server'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { decisionPage } from './decision-page.server'

export const meta = titled('organization.return.title')

export const loader = decisionPage('return')

export const action = act(returnOrganization, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/admin/organizations', 'organization.said.returned'),
})

export default function Page() {
  const { organization, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/admin/organizations/${organization.id}/verify`
  return (
    <>
      <PageHeading
        title={t('organization.return.title')}
        breadcrumb={[
          { label: t('organization.queue.title'), to: '/admin/organizations' },
          { label: organization.name, to: at },
          { label: t('organization.return.title') },
        ]}
      />
      <ActForm
        id="return"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        labels={{ reason: t('organization.return.reason') }}
      >
        <TextArea
          name="reason"
          label={t('organization.return.reason')}
          hint={t('organization.return.reason_hint')}
          rows={5}
          required
        />
        <FormEnd next={t('organization.return.next')}>
          <SubmitButton>{t('organization.return.title')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('organization.return.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
