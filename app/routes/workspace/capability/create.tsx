import { useActionData, useLoaderData } from '@remix-run/react'
import { CapabilityFields, capabilityLabels } from '~/components/capability/capability-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { createCapability } from '~/domain/capability/commands/create.server'
import { createCapabilityForm } from '~/domain/capability/form'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('capability.form.create')

export const loader = page(memberWhoWrites, ({ newKey }) => ({ key: newKey() }))

export const action = act(createCapability, {
  form: () => createCapabilityForm,
  then: ({ id }) => goTo(`/workspace/capabilities/${id}`, 'capability.said.created'),
})

export default function Page() {
  const { key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('capability.form.create')}
        breadcrumb={[
          { label: t('capability.own.title'), to: '/workspace/capabilities' },
          { label: t('capability.form.create') },
        ]}
      />
      <ActForm
        id="capability"
        actKey={key}
        result={data && 'result' in data ? data.result : null}
        labels={capabilityLabels(t)}
      >
        <CapabilityFields />
        <FormEnd next={t('achievement.form.next')}>
          <SubmitButton>{t('achievement.form.save')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
