import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Pager } from '~/components/ui/pager'
import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { keptMail } from '~/domain/notification/queries.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { pageNumber } from '~/lists/url'
import { titled } from '../page-title'

export const meta = titled('notification.kept_mail.title')

const onPage = 20

/** Mail that no server took, for whoever tries the demo; elsewhere there is no such page. */
export const loader = page(anyone, async ({ services, url }) => {
  if (!services.demo) throw notFound()
  const at = pageNumber(url.searchParams, onPage)
  const { rows, total } = await keptMail(services.db, at, onPage)
  return { rows, page: at, pages: Math.max(1, Math.ceil(total / onPage)) }
})

export default function Page() {
  const { rows, page: at, pages } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading title={t('notification.kept_mail.title')} />
      <p className="running mb-6 max-w-text">{t('notification.kept_mail.intro')}</p>
      {rows.length === 0 && (
        <EmptyState title={t('notification.kept_mail.none')}>{t('notification.kept_mail.none_hint')}</EmptyState>
      )}
      <ul className="border-t border-line">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line bg-paper">
            <details className="px-3 py-2">
              <summary className="min-h-10 cursor-pointer py-1.5">
                <span className="font-semibold">{row.subject}</span>
                <span className="block text-small text-quiet">
                  {t('notification.kept_mail.to')} {row.recipient} · <Moment at={row.writtenAt} time />
                </span>
              </summary>
              {/* Its links are for whom it was written to: to anybody else they may lead nowhere. */}
              <div className="running max-w-text py-2 whitespace-pre-line">{row.body}</div>
            </details>
          </li>
        ))}
      </ul>
      <Pager page={at} pages={pages} to={(to) => `/demo/mail?page=${to}`} />
    </>
  )
}
