import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { ListPage } from '~/components/listing/list-page'
import { ListRow } from '~/components/listing/list-row'
import { SearchHelp } from '~/components/listing/search-help'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Marked } from '~/components/ui/marked'
import { Notice } from '~/components/ui/notice'
import { anyone } from '~/domain/kernel/actor'
import { type FoundRow, searchPublic } from '~/domain/matching/people-search.server'
import { searchListDefinition } from '~/domain/matching/search-list'
import { page } from '~/http/page'
import { formatDate, formatNumber, isTextKey, useText } from '~/i18n'
import { fieldNames } from '~/lists/field-names.server'
import { listProps } from '~/lists/list-props'
import { readListParams } from '~/lists/url'
import { titled } from '../page-title'

export const meta = titled('search.title')

export const loader = page(anyone, async ({ services, now, url, locale }) => {
  const params = readListParams(searchListDefinition, url.searchParams)
  const onFailure = (err: unknown) => services.log.error({ err }, 'search did not answer')
  const found = await searchPublic(services.db, services.search, params, { fields: fieldNames(locale), now, onFailure })
  return { params, found }
})

export default function Page() {
  const { params, found } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading title={t('search.title')} />
      {found.by === 'engine' ? (
        <ListPage
          {...listProps(searchListDefinition, params, found, t)}
          query={{ name: 'q', value: params.words, label: t('search.label') }}
          notice={<SearchHelp help={found.help} corrections={found.corrections} found={found.total > 0} />}
          empty={<Nothing words={params.words} />}
        >
          {found.rows.map((row) => (
            <Row key={row.to} row={row} />
          ))}
        </ListPage>
      ) : (
        <>
          <Notice tone="warn" title={t('search.fallback')}>
            {t('search.fallback_text')}
          </Notice>
          {found.parts.every((part) => part.total === 0) && <Nothing words={params.words} />}
          {found.parts
            .filter((part) => part.total > 0)
            .map((part) => (
              <Section
                key={part.kind}
                title={t(`matching.kind.${part.kind}`)}
                aside={<Link to={part.all}>{t('search.all_of_kind', { count: formatNumber(part.total) })}</Link>}
              >
                <ul className="border-t border-ink bg-paper">
                  {part.rows.map((row) => (
                    <Row key={row.to} row={row} />
                  ))}
                </ul>
              </Section>
            ))}
        </>
      )}
    </>
  )
}

function Row({ row }: { row: FoundRow }) {
  const { t } = useText()
  const field = `common.field.${row.field}`
  return (
    <ListRow
      to={row.to}
      title={<Marked {...row.title} />}
      number={row.number}
      badges={<Badge>{t(`matching.kind.${row.kind}`)}</Badge>}
      snippet={row.snippet && <Marked {...row.snippet} />}
      facts={[isTextKey(field) && t(field), row.organization]}
      figure={row.trl === null ? null : t('matching.trl', { level: row.trl })}
      figureNote={row.closes_at && t('search.closes', { date: formatDate(row.closes_at) })}
    />
  )
}

/** Nothing found: what else to try. */
function Nothing({ words }: { words: string }) {
  const { t } = useText()
  return (
    <EmptyState
      title={words ? t('search.none', { words }) : t('search.none_all')}
      actions={
        <>
          <LinkButton to={words ? `/match?${new URLSearchParams({ q: words })}` : '/match'}>
            {t('search.to_match')}
          </LinkButton>
          <LinkButton to={`/challenges?${new URLSearchParams({ q: words })}`} look="quiet">
            {t('search.in_challenges')}
          </LinkButton>
        </>
      }
    >
      {t('search.none_hint')}
    </EmptyState>
  )
}
