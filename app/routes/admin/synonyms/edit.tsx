import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { SynonymsForm } from '~/components/matching/synonyms-form'
import { LinkButton } from '~/components/ui/button'
import { notFound } from '~/domain/kernel/errors'
import { keepsSynonyms } from '~/domain/matching/access'
import { putSynonyms } from '~/domain/matching/commands/put-synonyms.server'
import { SynonymsForm as formSchema } from '~/domain/matching/schema'
import { synonymGroupById } from '~/domain/matching/synonyms.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.synonyms.edit')

export const loader = page(keepsSynonyms, async ({ params, services, newKey }) => {
  const group = await synonymGroupById(services.db, idOf(params.id))
  if (!group) throw notFound()
  return { group, key: newKey() }
})

export const action = act(putSynonyms, {
  form: () => formSchema,
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: () => goTo('/admin/synonyms', 'matching.said.put'),
})

export default function Page() {
  const { group, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('matching.synonyms.edit_named', { word: group.words[0] ?? '' })}
        breadcrumb={[
          { label: t('matching.synonyms.title'), to: '/admin/synonyms' },
          { label: t('matching.synonyms.edit') },
        ]}
      />
      <SynonymsForm
        actKey={key}
        group={group}
        result={result && 'result' in result ? result.result : null}
        submit={t('matching.synonyms.save')}
      >
        <LinkButton to={`/admin/synonyms/${group.id}/remove`} look="quiet">
          {t('matching.synonyms.remove')}
        </LinkButton>
      </SynonymsForm>
    </>
  )
}
