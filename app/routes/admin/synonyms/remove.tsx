import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { notFound } from '~/domain/kernel/errors'
import { keepsSynonyms } from '~/domain/matching/access'
import { removeSynonyms } from '~/domain/matching/commands/remove-synonyms.server'
import { synonymGroupById } from '~/domain/matching/synonyms.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.synonyms.remove')

export const loader = page(keepsSynonyms, async ({ params, services, newKey }) => {
  const group = await synonymGroupById(services.db, idOf(params.id))
  if (!group) throw notFound()
  return { group, key: newKey() }
})

export const action = act(removeSynonyms, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: () => goTo('/admin/synonyms', 'matching.said.removed'),
})

export default function Page() {
  const { group, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const at = `/admin/synonyms/${group.id}`
  return (
    <>
      <PageHeading
        title={t('matching.synonyms.remove')}
        breadcrumb={[
          { label: t('matching.synonyms.title'), to: '/admin/synonyms' },
          { label: t('matching.synonyms.edit'), to: at },
          { label: t('matching.synonyms.remove') },
        ]}
      />
      <p className="mb-2 text-lead">{group.words.join(t('matching.comma'))}</p>
      <ActForm id="remove" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd next={t('matching.synonyms.remove_next')}>
          <SubmitButton look="grave">{t('matching.synonyms.remove')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('matching.synonyms.keep')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
