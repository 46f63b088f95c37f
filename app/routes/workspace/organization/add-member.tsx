import { useActionData, useLoaderData } from '@remix-run/react'
import { memberRoles } from '#db/schema/codes'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { RadioGroup } from '~/components/forms/choices'
import { TextInput } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { signedIn } from '~/domain/kernel/actor'
import { notAllowed } from '~/domain/kernel/errors'
import { addMember } from '~/domain/organization/commands/add-member.server'
import { organizationPage } from '~/domain/organization/queries.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { countAttempt } from '~/http/rates.server'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('organization.members.add')

export const loader = page(signedIn, async ({ actor, params, now, services, newKey }) => {
  const { id, name, mayAddMember } = await organizationPage(services.db, actor, params.id ?? '', now)
  if (!mayAddMember) throw notAllowed('organization.refusal.not_owner')
  return { id, name, key: newKey() }
})

export const action = act(addMember, {
  // Nobody finds out accounts by adding one address after the other.
  before: ({ services, actor }) =>
    countAttempt(services.db, {
      act: 'add_member',
      by: actor.kind === 'person' ? actor.personId : '',
      most: 20,
      seconds: 3600,
    }),
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: (_answer, { params }) => goTo(`/workspace/organizations/${params.id}`, 'organization.said.member_added'),
})

export default function Page() {
  const { id, name, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('organization.members.add')}
        breadcrumb={[
          { label: t('organization.own.title'), to: '/workspace/organizations' },
          { label: name, to: `/workspace/organizations/${id}` },
          { label: t('organization.members.add') },
        ]}
      />
      <ActForm
        id="member"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{ role: 'editor' }}
        labels={{ email: t('organization.members.email'), role: t('organization.field.role') }}
      >
        <TextInput
          name="email"
          type="email"
          label={t('organization.members.email')}
          hint={t('organization.members.email_hint')}
          width="medium"
          autoComplete="off"
          required
        />
        <RadioGroup
          name="role"
          label={t('organization.field.role')}
          options={memberRoles.map((role) => ({
            value: role,
            label: t(`organization.role.${role}`),
            hint: t(`organization.role_can.${role}`),
          }))}
        />
        <FormEnd next={t('organization.members.next')}>
          <SubmitButton>{t('organization.members.add')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
