import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { buttonClass } from '~/components/ui/button'
import { FormToken } from '~/components/forms/form-token'
import { signedIn } from '~/domain/kernel/actor'
import { notFound, notSignedIn } from '~/domain/kernel/errors'
import { markRead } from '~/domain/notification/commands/mark-read.server'
import { notificationTarget } from '~/domain/notification/queries.server'
import { isLookedAt } from '~/http/afterwards.server'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('notification.page.title')

/**
 * From a notification to the page that it is about; on the way it counts as read, so that the bell of that page says so. Where the
 * reader acts for another organisation, that page would not open: they are asked to switch first.
 */
export const loader = page(signedIn, async (visit) => {
  const { actor, params, services, t, facts } = visit
  if (actor.kind !== 'person') throw notSignedIn()
  const id = idOf(params.id)
  const target = await notificationTarget(services.db, actor, id, t)
  if (!target) throw notFound()
  if (isLookedAt(visit)) await services.commands.run(markRead, { id }, { actor, requestId: facts.requestId })
  const { path, sentence, actFor } = target
  if (!actFor) throw redirect(path, 303)
  return { path, sentence, actFor }
})

export default function Page() {
  const { path, sentence, actFor } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('notification.elsewhere.title')}
        breadcrumb={[
          { label: t('notification.page.title'), to: '/workspace/notifications' },
          { label: t('notification.elsewhere.title') },
        ]}
      />
      <p className="running mb-2 max-w-text font-semibold">{sentence}</p>
      <p className="running mb-6 max-w-text">{t('notification.elsewhere.text', { organization: actFor.name })}</p>
      <form method="post" action="/workspace/act-for">
        <FormToken />
        <input type="hidden" name="organization" value={actFor.id} />
        <input type="hidden" name="return_to" value={path} />
        <button type="submit" className={buttonClass('primary')}>
          {t('notification.elsewhere.switch', { organization: actFor.name })}
        </button>
      </form>
    </>
  )
}
