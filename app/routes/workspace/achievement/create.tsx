import { useActionData, useLoaderData } from '@remix-run/react'
import { AchievementFields, achievementLabels } from '~/components/achievement/achievement-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { createAchievementForm } from '~/domain/achievement/form'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('achievement.form.create')

export const loader = page(memberWhoWrites, ({ newKey }) => ({ key: newKey() }))

export const action = act(createAchievement, {
  form: () => createAchievementForm,
  then: ({ id }) => goTo(`/workspace/achievements/${id}`, 'achievement.said.created'),
})

export default function Page() {
  const { key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('achievement.form.create')}
        breadcrumb={[
          { label: t('achievement.own.title'), to: '/workspace/achievements' },
          { label: t('achievement.form.create') },
        ]}
      />
      <ActForm
        id="achievement"
        actKey={key}
        result={data && 'result' in data ? data.result : null}
        labels={achievementLabels(t)}
      >
        <AchievementFields />
        <FormEnd next={t('achievement.form.next')}>
          <SubmitButton>{t('achievement.form.save')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
