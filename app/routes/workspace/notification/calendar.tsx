import { data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { RadioGroup } from '~/components/forms/choices'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { signedIn } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { calendarsOf } from '~/domain/notification/calendar.server'
import { createCalendar } from '~/domain/notification/commands/create-calendar.server'
import { type ActResult, act } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('notification.calendar.title')

export const loader = page(signedIn, async ({ actor, services, newKey }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const { organization } = actor
  return {
    calendars: await calendarsOf(services.db, actor.personId),
    organization: organization && { id: organization.id, name: organization.name },
    key: newKey(),
  }
})

/** What the form answers: refused with its errors, or the address, this once. */
interface Answer extends Partial<ActResult> {
  made?: { address: string }
}

export const action = act(createCalendar, {
  given: ({ locale }) => ({ locale }),
  then: ({ token }, { services, url }) =>
    data<Answer>({ made: { address: new URL(`/calendar/${token}.ics`, services.publicUrl ?? url.origin).href } }),
})

export default function Page() {
  const { calendars, organization, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('notification.calendar.title')}
        breadcrumb={[
          { label: t('notification.page.title'), to: '/workspace/notifications' },
          { label: t('notification.calendar.title') },
        ]}
      />
      {answer?.made && (
        <Notice tone="success" title={t('notification.calendar.made')}>
          <p>
            <code className="block overflow-x-auto py-2 select-all">{answer.made.address}</code>
          </p>
          <p>{t('notification.calendar.made_once')}</p>
        </Notice>
      )}
      <p className="running mb-6 max-w-text">{t('notification.calendar.intro')}</p>
      <Section title={t('notification.calendar.list')} count={calendars.length || null}>
        <DataTable
          caption={t('notification.calendar.list')}
          captionHidden
          rows={calendars}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('notification.calendar.none')}>{t('notification.calendar.none_hint')}</EmptyState>
          }
          columns={[
            {
              key: 'of',
              header: t('notification.calendar.of'),
              rowHeader: true,
              cell: (row) => row.organization ?? t('notification.calendar.of_alone'),
            },
            {
              key: 'made',
              header: t('notification.calendar.made_at'),
              width: '10rem',
              cell: (row) => <Moment at={row.madeAt} time />,
            },
            {
              key: 'act',
              header: t('notification.calendar.act'),
              width: '8rem',
              cell: (row) => (
                <Link to={`/workspace/calendar/${row.id}/revoke`}>{t('notification.calendar.revoke')}</Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('notification.calendar.create')}>
        <p className="running mb-4 max-w-text text-quiet">{t('notification.calendar.create_hint')}</p>
        <ActForm
          id="calendar"
          actKey={key}
          result={answer?.result}
          values={{ organization_id: organization?.id ?? '' }}
        >
          <RadioGroup
            name="organization_id"
            label={t('notification.calendar.whose')}
            options={[
              ...(organization ? [{ value: organization.id, label: organization.name }] : []),
              { value: '', label: t('notification.calendar.of_alone') },
            ]}
          />
          <FormEnd next={t('notification.calendar.next')}>
            <SubmitButton>{t('notification.calendar.create')}</SubmitButton>
          </FormEnd>
        </ActForm>
      </Section>
    </>
  )
}
