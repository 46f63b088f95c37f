import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { ListPage } from '~/components/listing/list-page'
import { ComparedByText, MarkedTitle } from '~/components/listing/found-words'
import { ListRow } from '~/components/listing/list-row'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { MoneyRange } from '~/components/ui/money'
import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeList } from '~/domain/challenge/queries.server'
import { Marked } from '~/components/ui/marked'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDate, formatDuration, useText } from '~/i18n'
import { listProps } from '~/lists/list-props'
import { readListParams } from '~/lists/url'
import { askedOf, marksOf } from '~/lists/words.server'
import { titled } from '../page-title'

export const meta = titled('challenge.list.title')

export const loader = page(anyone, async (visit) => {
  const { services, url, now } = visit
  const format = url.searchParams.get('format')
  if (format === 'csv' || format === 'rss') throw redirect(`/challenges.${format}${url.search}`)
  const params = readListParams(challengeListDefinition, url.searchParams)
  const asked = await askedOf(visit, 'challenge', params)
  const list = await challengeList(services.db, asked)
  return {
    params,
    list,
    marks: await marksOf(visit, 'challenge', params.words, list.rows),
    byText: asked.found === null,
    now: now.toISOString(),
  }
})

export default function Page() {
  const { params, list, marks, byText, now } = useLoaderData<typeof loader>()
  const { t, locale } = useText()
  const left = (deadline: string) => formatDuration(Date.parse(deadline) - Date.parse(now), locale)
  return (
    <>
      <PageHeading
        title={t('challenge.list.title')}
        actions={<LinkButton to="/workspace/challenges/new">{t('challenge.list.post')}</LinkButton>}
      />
      <ListPage
        {...listProps(challengeListDefinition, params, list, t)}
        query={{ kind: 'challenge', name: 'q', value: params.words, label: t('challenge.list.search') }}
        notice={byText && <ComparedByText />}
        empty={
          <EmptyState
            title={t('challenge.list.none')}
            actions={<LinkButton to="/match">{t('challenge.list.match')}</LinkButton>}
          >
            {t('challenge.list.none_hint')}
          </EmptyState>
        }
      >
        {list.rows.map((row) => (
          <ListRow
            key={row.id}
            to={`/challenges/${row.number}`}
            title={<MarkedTitle title={row.title} marks={marks[row.id]} />}
            snippet={marks[row.id]?.snippet && <Marked {...marks[row.id]!.snippet!} />}
            number={row.number}
            badges={row.state !== 'open' && <Badge>{t(`challenge.state.${row.state}`)}</Badge>}
            facts={[
              row.field && t(`common.field.${row.field}`),
              t(`challenge.mode.${row.cooperation_mode}`),
              row.poser,
              ...row.tags.slice(0, 3),
            ]}
            figure={<MoneyRange from={row.budget_min_fen} to={row.budget_max_fen} />}
            figureNote={
              row.state === 'open'
                ? t('challenge.list.left', { duration: left(row.bid_deadline) })
                : formatDate(row.published_at)
            }
          />
        ))}
      </ListPage>
    </>
  )
}
