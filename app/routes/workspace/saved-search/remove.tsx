import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { removeSavedSearch } from '~/domain/matching/commands/remove-saved-search.server'
import { savedSearchOf } from '~/domain/matching/saved-searches.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.saved.remove')

export const loader = page(signedIn, async ({ actor, params, services, newKey }) => {
  const saved = await savedSearchOf(services.db, actor, idOf(params.id))
  if (!saved) throw notFound()
  return { id: saved.id, name: saved.name, key: newKey() }
})

export const action = act(removeSavedSearch, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: () => goTo('/workspace/saved-searches', 'matching.said.search_removed'),
})

export default function Page() {
  const { id, name, key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  const at = `/workspace/saved-searches/${id}`
  return (
    <>
      <PageHeading
        title={t('matching.saved.remove')}
        breadcrumb={[
          { label: t('matching.saved.title'), to: '/workspace/saved-searches' },
          { label: name, to: at },
          { label: t('matching.saved.remove') },
        ]}
      />
      <p className="mb-2 text-lead">{name}</p>
      <ActForm id="remove" actKey={key} result={data && 'result' in data ? data.result : null}>
        <FormEnd next={t('matching.saved.remove_next')}>
          <SubmitButton look="grave">{t('matching.saved.remove')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('matching.saved.keep')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
