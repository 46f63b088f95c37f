import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { signedIn } from '~/domain/kernel/actor'
import { updateOrganization } from '~/domain/organization/commands/update.server'
import { organizationPage } from '~/domain/organization/queries.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { OrganizationFacts, StateBadge } from './facts'
import { OrganizationFields, fieldLabels } from './fields'
import { Members } from './members'

export const meta = titled('organization.edit.title')

export const loader = page(signedIn, async ({ actor, params, now, services, newKey }) => ({
  organization: await organizationPage(services.db, actor, params.id ?? '', now),
  key: newKey(),
}))

export const action = act(updateOrganization, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/organizations/${id}`, 'organization.said.updated'),
})

export default function Page() {
  const { organization, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const { state } = organization
  const at = `/workspace/organizations/${organization.id}`
  const submittable = organization.actions.some((each) => each.event === 'submit')
  return (
    <>
      <PageHeading
        title={organization.name}
        breadcrumb={[
          { label: t('organization.own.title'), to: '/workspace/organizations' },
          { label: organization.name },
        ]}
        meta={
          <>
            <StateBadge state={state} />
            {organization.verifiedAt && (
              <span>
                {t('organization.edit.verified_at')} <Moment at={organization.verifiedAt} />
              </span>
            )}
          </>
        }
        actions={
          submittable && (
            <LinkButton to={`${at}/submit`} look="primary">
              {t('organization.submit.title')}
            </LinkButton>
          )
        }
      />
      {state === 'returned' && (
        <Notice tone="warn" title={t('organization.edit.returned')}>
          <p className="whitespace-pre-line">{organization.returnReason}</p>
        </Notice>
      )}
      {(state === 'draft' || state === 'submitted') && (
        <Notice>
          <p>{t(`organization.edit.${state}`)}</p>
        </Notice>
      )}
      {organization.editable ? (
        <ActForm
          id="organization"
          action={at}
          actKey={key}
          result={result && 'result' in result ? result.result : null}
          values={{
            name: organization.name,
            kind: organization.kind,
            platform_type: organization.platformType ?? '',
            level: organization.level ?? '',
            code: organization.code,
            region: organization.region,
            party_type: organization.partyType,
            controller: organization.controller ?? '',
            introduction: organization.introduction,
            contact_name: organization.contactName,
            contact_phone: organization.contactPhone,
          }}
          labels={fieldLabels(t)}
        >
          <OrganizationFields />
          <FormEnd next={t('organization.edit.next')}>
            <SubmitButton look="secondary">{t('organization.edit.save')}</SubmitButton>
          </FormEnd>
        </ActForm>
      ) : (
        <OrganizationFacts organization={organization} />
      )}
      <Members organization={organization} />
    </>
  )
}
