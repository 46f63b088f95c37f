import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { SynonymsForm } from '~/components/matching/synonyms-form'
import { Badge } from '~/components/ui/badge'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { keepsSynonyms } from '~/domain/matching/access'
import { putSynonyms } from '~/domain/matching/commands/put-synonyms.server'
import { SynonymsForm as formSchema } from '~/domain/matching/schema'
import { synonymGroups } from '~/domain/matching/synonyms.server'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.synonyms.title')

export const loader = page(keepsSynonyms, async ({ services, newKey }) => ({
  groups: await synonymGroups(services.db),
  key: newKey(),
}))

export const action = act(putSynonyms, {
  form: () => formSchema,
  given: () => ({ id: '' }),
  then: () => goTo('/admin/synonyms', 'matching.said.put'),
})

export default function Page() {
  const { groups, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('matching.synonyms.title')}
        breadcrumb={[{ label: t('common.nav.admin'), to: '/admin' }, { label: t('matching.synonyms.title') }]}
      />
      <p className="mb-6 max-w-text">{t('matching.synonyms.intro')}</p>
      <Section title={t('matching.synonyms.add')}>
        <SynonymsForm
          actKey={key}
          result={result && 'result' in result ? result.result : null}
          submit={t('matching.synonyms.add')}
        />
      </Section>
      <Section title={t('matching.synonyms.list')} count={groups.length}>
        <DataTable
          caption={t('matching.synonyms.list')}
          captionHidden
          rows={groups}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('matching.synonyms.none')}>{t('matching.synonyms.none_hint')}</EmptyState>}
          columns={[
            {
              key: 'words',
              header: t('matching.synonyms.words'),
              rowHeader: true,
              cell: (row) => row.words.join(t('matching.comma')),
            },
            { key: 'note', header: t('matching.synonyms.note'), cell: (row) => row.note || '—' },
            {
              key: 'state',
              header: t('matching.synonyms.state'),
              cell: (row) => (
                <Badge tone={row.active ? 'good' : 'plain'}>
                  {t(row.active ? 'matching.synonyms.active' : 'matching.synonyms.idle')}
                </Badge>
              ),
            },
            {
              key: 'act',
              header: t('matching.synonyms.act'),
              cell: (row) => (
                <Link
                  to={`/admin/synonyms/${row.id}`}
                  aria-label={t('matching.synonyms.edit_named', { word: row.words[0] ?? '' })}
                >
                  {t('matching.synonyms.edit')}
                </Link>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
