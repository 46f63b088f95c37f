import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { signedIn } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { mostSaved, savedSearchesOf } from '~/domain/matching/saved-searches.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { describedSearch } from '~/lists/saved-search.server'
import { titled } from '../../page-title'

export const meta = titled('matching.saved.title')

/** What the person keeps, whichever organisation they act for. */
export const loader = page(signedIn, async ({ actor, services, t }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const rows = await savedSearchesOf(services.db, actor.personId)
  return {
    rows: rows.map((row) => ({ ...row, of: describedSearch(row.path, t) })),
    most: await mostSaved(services.db),
  }
})

export default function Page() {
  const { rows, most } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('matching.saved.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('matching.saved.title') }]}
      />
      <p className="mb-6 max-w-text">{t('matching.saved.intro', { most })}</p>
      <DataTable
        caption={t('matching.saved.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t('matching.saved.none')}
            actions={
              <>
                <LinkButton to="/challenges">{t('common.nav.challenges')}</LinkButton>
                <LinkButton to="/achievements" look="quiet">
                  {t('common.nav.achievements')}
                </LinkButton>
              </>
            }
          >
            {t('matching.saved.none_hint')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('matching.saved.name'),
            rowHeader: true,
            cell: (row) => <Link to={row.path}>{row.name}</Link>,
          },
          {
            key: 'of',
            header: t('matching.saved.of'),
            cell: (row) => row.of && [row.of.list, ...row.of.chosen].join(' · '),
          },
          {
            key: 'alerts',
            header: t('matching.saved.alerts'),
            cell: (row) => (
              <Badge tone={row.alerts === 'none' ? 'plain' : 'good'}>{t(`matching.saved.alert.${row.alerts}`)}</Badge>
            ),
          },
          {
            key: 'found',
            header: t('matching.saved.found'),
            numeric: true,
            width: '8rem',
            cell: (row) =>
              row.last_found_at ? (
                <>
                  {t('matching.saved.found_count', { count: row.found })}
                  <span className="block text-small text-quiet">
                    <Moment at={row.last_found_at} />
                  </span>
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'act',
            header: t('matching.saved.act'),
            width: '6rem',
            cell: (row) => (
              <Link
                to={`/workspace/saved-searches/${row.id}`}
                aria-label={t('matching.saved.change_named', { name: row.name })}
              >
                {t('matching.saved.change')}
              </Link>
            ),
          },
        ]}
      />
    </>
  )
}
