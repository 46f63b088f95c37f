import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { RadioGroup } from '~/components/forms/choices'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { WishTable } from '~/components/notification/wish-table'
import { signedIn } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { setPreferences } from '~/domain/notification/commands/set-preferences.server'
import { preferencesOf } from '~/domain/notification/queries.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('notification.preferences.title')

const here = '/workspace/notifications/preferences'

export const loader = page(signedIn, async ({ actor, services, newKey }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  return { ...(await preferencesOf(services.db, actor)), key: newKey(), languageKey: newKey() }
})

export const action = act(setPreferences, { then: () => goTo(here, 'notification.said.preferences_set') })

export default function Page() {
  const { groups, locale, email, key, languageKey } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('notification.preferences.title')}
        breadcrumb={[
          { label: t('notification.page.title'), to: '/workspace/notifications' },
          { label: t('notification.preferences.title') },
        ]}
      />
      <p className="running mb-6 max-w-text">{t('notification.preferences.intro', { email })}</p>
      <ActForm
        id="wishes"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        className="max-w-page"
      >
        {groups.map((each) => (
          <WishTable key={each.group} {...each} />
        ))}
        <FormEnd next={t('notification.preferences.next')}>
          <SubmitButton>{t('notification.preferences.submit')}</SubmitButton>
        </FormEnd>
      </ActForm>
      <div className="mt-10">
        <Section title={t('notification.preferences.language')}>
          <ActForm id="language" action="/workspace/notifications/language" actKey={languageKey} values={{ locale }}>
            <RadioGroup
              name="locale"
              label={t('notification.preferences.language_label')}
              hint={t('notification.preferences.language_hint')}
              inline
              options={[
                { value: 'zh-CN', label: t('notification.preferences.chinese') },
                { value: 'en', label: t('notification.preferences.english') },
              ]}
            />
            <SubmitButton look="secondary">{t('notification.preferences.submit')}</SubmitButton>
          </ActForm>
        </Section>
      </div>
    </>
  )
}
