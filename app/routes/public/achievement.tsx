import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MetricsTable } from '~/components/achievement/metrics-table'
import { Columns } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { Facts } from '~/components/ui/facts'
import { MoneyRange } from '~/components/ui/money'
import { readAchievement } from '~/domain/achievement/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.number}` : '404' },
]

export const loader = page(anyone, async ({ actor, services, now, params }) => {
  const found = await readAchievement(services.db, actor, { number: params.number ?? '' }, now)
  if (!found) throw notFound()
  return found
})

export default function Page() {
  const it = useLoaderData<typeof loader>()
  const { t } = useText()
  const prose = (title: string, text: string) =>
    text && (
      <Section title={title}>
        <p className="max-w-text whitespace-pre-line">{text}</p>
      </Section>
    )
  return (
    <>
      <PageHeading
        title={it.title}
        breadcrumb={[{ label: t('achievement.list.title'), to: '/achievements' }, { label: it.number ?? '' }]}
        meta={
          <span className="flex flex-wrap gap-1">
            {it.field && <Badge>{t(`common.field.${it.field}`)}</Badge>}
            {it.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
            {it.state !== 'listed' && <Badge tone="waiting">{t(`achievement.state.${it.state}`)}</Badge>}
          </span>
        }
        actions={
          it.mine && <LinkButton to={`/workspace/achievements/${it.id}`}>{t('achievement.detail.edit')}</LinkButton>
        }
      />
      <Columns
        side={
          <div className="panel px-4 py-2">
            <Facts
              rows={[
                { term: t('achievement.detail.organization'), value: it.organization.name },
                {
                  term: t('achievement.detail.trl'),
                  value: it.trl === null ? null : t(`achievement.trl.${it.trl as 1}`),
                },
                {
                  term: t('achievement.detail.modes'),
                  value: it.transfer_modes
                    .map((mode) => t(`common.transfer_mode.${mode as 'equity'}`))
                    .join(t('matching.comma')),
                },
                {
                  term: t('achievement.detail.price'),
                  value: <MoneyRange from={it.price_min_fen} to={it.price_max_fen} />,
                },
                { term: t('achievement.detail.inventors'), value: it.inventors.join(t('matching.comma')) },
                { term: t('achievement.detail.listed'), value: it.listed_at && formatDate(it.listed_at) },
                { term: t('achievement.detail.valid'), value: it.valid_until && formatDate(it.valid_until) },
              ]}
            />
          </div>
        }
      >
        {prose(t('achievement.detail.abstract'), it.abstract)}
        <Section title={t('achievement.detail.metrics')}>
          <MetricsTable metrics={it.metrics} mine={it.mine} />
        </Section>
        {prose(t('achievement.detail.comparison'), it.comparison)}
        {it.ip.length > 0 && (
          <Section title={t('achievement.detail.ip')}>
            <ul>
              {it.ip.map((right, index) => (
                <li key={index} className="numbers">
                  {t(`achievement.ip_type.${right.type}`)} {right.number} · {t(`achievement.ip_state.${right.state}`)}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {prose(t('achievement.detail.trl_evidence'), it.trl_evidence)}
        {prose(t('achievement.detail.sought'), it.sought_partner)}
        {prose(t('achievement.detail.next'), it.next_step)}
      </Columns>
    </>
  )
}
