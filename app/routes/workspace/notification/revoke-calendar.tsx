import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { signedIn } from '~/domain/kernel/actor'
import { notFound, notSignedIn } from '~/domain/kernel/errors'
import { calendarsOf } from '~/domain/notification/calendar.server'
import { revokeCalendar } from '~/domain/notification/commands/revoke-calendar.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { formatDateTime, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('notification.calendar.revoke_title')

export const loader = page(signedIn, async ({ actor, params, services, newKey }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const calendar = (await calendarsOf(services.db, actor.personId)).find((each) => each.id === params.id)
  if (!calendar) throw notFound()
  return { ...calendar, key: newKey() }
})

export const action = act(revokeCalendar, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/workspace/calendar', 'notification.said.calendar_revoked'),
})

export default function Page() {
  const { organization, madeAt, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('notification.calendar.revoke_title')}
        breadcrumb={[
          { label: t('notification.calendar.title'), to: '/workspace/calendar' },
          { label: t('notification.calendar.revoke') },
        ]}
        meta={`${organization ?? t('notification.calendar.of_alone')} · ${formatDateTime(madeAt)}`}
      />
      <ActForm id="revoke" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd next={t('notification.calendar.revoke_next')}>
          <SubmitButton look="grave">{t('notification.calendar.revoke')}</SubmitButton>
          <LinkButton to="/workspace/calendar" look="quiet">
            {t('notification.calendar.keep')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
