import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Moment } from '~/components/ui/moment'
import { verifyOrganization } from '~/domain/organization/commands/verify.server'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { OrganizationFacts } from '../../workspace/organization/facts'
import { decisionPage } from './decision-page.server'

export const meta = titled('organization.verify.title')

export const loader = decisionPage('verify')

export const action = act(verifyOrganization, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/admin/organizations', 'organization.said.verified'),
})

export default function Page() {
  const { organization, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('organization.verify.title')}
        breadcrumb={[
          { label: t('organization.queue.title'), to: '/admin/organizations' },
          { label: organization.name },
        ]}
        meta={
          organization.submittedAt && (
            <span>
              {t('organization.queue.submitted')} <Moment at={organization.submittedAt} time />
            </span>
          )
        }
      />
      <p className="mb-4 max-w-text">{t('organization.verify.check')}</p>
      <OrganizationFacts organization={organization} />
      <ActForm id="verify" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd next={t('organization.verify.next')}>
          <SubmitButton>{t('organization.verify.submit')}</SubmitButton>
          <LinkButton to={`/admin/organizations/${organization.id}/return`}>{t('organization.return.open')}</LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
