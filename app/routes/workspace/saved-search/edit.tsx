import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { SavedSearchForm } from '~/components/matching/saved-search-form'
import { LinkButton } from '~/components/ui/button'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { changeSavedSearch } from '~/domain/matching/commands/change-saved-search.server'
import { savedSearchOf } from '~/domain/matching/saved-searches.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { describedSearch } from '~/lists/saved-search.server'
import { titled } from '../../page-title'

export const meta = titled('matching.saved.change')

export const loader = page(signedIn, async ({ actor, params, services, t, newKey }) => {
  const saved = await savedSearchOf(services.db, actor, idOf(params.id))
  if (!saved) throw notFound()
  const { id, path, name, alerts } = saved
  return { id, name, alerts, of: describedSearch(path, t) ?? { path, list: path, chosen: [] }, key: newKey() }
})

export const action = act(changeSavedSearch, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: () => goTo('/workspace/saved-searches', 'matching.said.search_changed'),
})

export default function Page() {
  const { id, name, alerts, of, key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={name}
        breadcrumb={[
          { label: t('matching.saved.title'), to: '/workspace/saved-searches' },
          { label: t('matching.saved.change') },
        ]}
      />
      <SavedSearchForm
        actKey={key}
        of={of}
        saved={{ name, alerts }}
        result={data && 'result' in data ? data.result : null}
      >
        <LinkButton to={`/workspace/saved-searches/${id}/remove`} look="quiet">
          {t('matching.saved.remove')}
        </LinkButton>
      </SavedSearchForm>
    </>
  )
}
