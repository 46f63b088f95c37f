import { Form, Link, useLoaderData } from '@remix-run/react'
import { FormToken } from '~/components/forms/form-token'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { Button, LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Pager } from '~/components/ui/pager'
import { signedIn } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { type NotificationView, notificationsOf, notificationsOnPage } from '~/domain/notification/queries.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { pageNumber } from '~/lists/url'
import { titled } from '../../page-title'

export const meta = titled('notification.page.title')

export const loader = page(signedIn, async ({ actor, services, url, t, now }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const at = pageNumber(url.searchParams, notificationsOnPage)
  const { rows, total, unread } = await notificationsOf(services.db, actor, at, t)
  return {
    rows,
    unread,
    page: at,
    pages: Math.max(1, Math.ceil(total / notificationsOnPage)),
    until: now.toISOString(),
  }
})

export default function Page() {
  const { rows, unread, page: at, pages, until } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('notification.page.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('notification.page.title') }]}
        meta={unread > 0 && t('notification.page.count_unread', { count: unread })}
        actions={
          <>
            {unread > 0 && (
              <Form method="post" action="/workspace/notifications/read">
                <FormToken />
                <input type="hidden" name="until" value={until} />
                <Button type="submit">{t('notification.page.mark_all')}</Button>
              </Form>
            )}
            <LinkButton to="/workspace/notifications/preferences">{t('notification.page.preferences')}</LinkButton>
            <LinkButton to="/workspace/calendar">{t('notification.page.calendar')}</LinkButton>
          </>
        }
      />
      <p className="mb-4 text-small">
        <Link to="/workspace">{t('notification.page.todo')}</Link>
      </p>
      <DataTable
        caption={t('notification.page.caption')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('notification.page.none')}>{t('notification.page.none_hint')}</EmptyState>}
        columns={[
          {
            key: 'what',
            header: t('notification.page.column.what'),
            rowHeader: true,
            cell: (row) => <What {...row} />,
          },
          {
            key: 'at',
            header: t('notification.page.column.at'),
            width: '9rem',
            cell: (row) => <Moment at={row.recordedAt} time />,
          },
          {
            key: 'act',
            header: t('notification.page.column.act'),
            width: '9rem',
            cell: (row) => !row.read && <MarkRead {...row} page={at} />,
          },
        ]}
      />
      <Pager page={at} pages={pages} to={(to) => `/workspace/notifications?page=${to}`} />
    </>
  )
}

/** The sentence leads to what it is about; on the way it counts as read. */
function What({ id, sentence, organization, read }: NotificationView) {
  const { t } = useText()
  return (
    <>
      <span className={read ? 'font-normal' : 'font-semibold'}>
        <Link to={`/workspace/notifications/${id}`}>{sentence}</Link>
      </span>
      {!read && (
        <span className="ms-2">
          <Badge tone="working">{t('notification.page.unread')}</Badge>
        </span>
      )}
      {organization && <span className="block text-small text-quiet">{organization.name}</span>}
    </>
  )
}

function MarkRead({ id, sentence, page: at }: NotificationView & { page: number }) {
  const { t } = useText()
  return (
    <Form method="post" action={`/workspace/notifications/${id}/read?page=${at}`}>
      <FormToken />
      <Button
        type="submit"
        look="quiet"
        className="-ms-4 -my-1.5"
        aria-label={t('notification.page.mark_read_of', { sentence })}
      >
        {t('notification.page.mark_read')}
      </Button>
    </Form>
  )
}
