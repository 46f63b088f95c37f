import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { SavedSearchForm } from '~/components/matching/saved-search-form'
import { Notice } from '~/components/ui/notice'
import { signedIn } from '~/domain/kernel/actor'
import { notFound, notSignedIn } from '~/domain/kernel/errors'
import { saveSearch } from '~/domain/matching/commands/save-search.server'
import { savedAt } from '~/domain/matching/saved-searches.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { describedSearch, proposedName } from '~/lists/saved-search.server'
import { titled } from '../../page-title'

export const meta = titled('matching.saved.save')

/** `of`: path and query of a list. */
export const loader = page(signedIn, async ({ actor, services, url, t, newKey }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const of = describedSearch(url.searchParams.get('of') ?? '', t)
  if (!of) throw notFound()
  const earlier = await savedAt(services.db, actor.personId, of.path)
  return {
    of,
    name: earlier?.name ?? proposedName(of),
    alerts: earlier?.alerts ?? ('digest' as const),
    again: earlier !== null,
    key: newKey(),
  }
})

export const action = act(saveSearch, {
  given: ({ url }) => ({ path: url.searchParams.get('of') ?? '' }),
  then: () => goTo('/workspace/saved-searches', 'matching.said.search_saved'),
})

export default function Page() {
  const { of, name, alerts, again, key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('matching.saved.save')}
        breadcrumb={[
          { label: t('matching.saved.title'), to: '/workspace/saved-searches' },
          { label: t('matching.saved.save') },
        ]}
      />
      {again && <Notice>{t('matching.saved.again')}</Notice>}
      <SavedSearchForm
        action={`/workspace/saved-searches/new?${new URLSearchParams({ of: of.path })}`}
        actKey={key}
        of={of}
        saved={{ name, alerts }}
        result={data && 'result' in data ? data.result : null}
      />
    </>
  )
}
