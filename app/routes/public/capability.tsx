import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MetricsTable } from '~/components/achievement/metrics-table'
import { Columns } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { Facts } from '~/components/ui/facts'
import { Money } from '~/components/ui/money'
import { readCapability } from '~/domain/capability/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.number}` : '404' },
]

export const loader = page(anyone, async ({ actor, services, now, params }) => {
  const found = await readCapability(services.db, actor, { number: params.number ?? '' }, now)
  if (!found) throw notFound()
  return found
})

export default function Page() {
  const it = useLoaderData<typeof loader>()
  const { t } = useText()
  const price =
    it.price_fen === null ? (
      t('capability.price_unit.quote')
    ) : (
      <>
        <Money fen={it.price_fen} /> {t(`capability.price_unit.${it.price_unit}`)}
      </>
    )
  return (
    <>
      <PageHeading
        title={it.title}
        breadcrumb={[{ label: t('capability.list.title'), to: '/capabilities' }, { label: it.number ?? '' }]}
        meta={
          <span className="flex flex-wrap gap-1">
            <Badge>{t(`common.service_kind.${it.service_kind}`)}</Badge>
            {it.field && <Badge>{t(`common.field.${it.field}`)}</Badge>}
            {it.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        }
        actions={
          it.mine && <LinkButton to={`/workspace/capabilities/${it.id}`}>{t('achievement.detail.edit')}</LinkButton>
        }
      />
      <Columns
        side={
          <div className="panel px-4 py-2">
            <Facts
              rows={[
                { term: t('achievement.detail.organization'), value: it.organization.name },
                { term: t('capability.detail.marks'), value: it.marks.join(t('matching.comma')) },
                { term: t('capability.detail.price'), value: price },
                {
                  term: t('capability.detail.lead'),
                  value:
                    it.lead_time_days === null ? null : t('capability.detail.lead_days', { count: it.lead_time_days }),
                },
                { term: t('achievement.detail.listed'), value: it.listed_at && formatDate(it.listed_at) },
                { term: t('achievement.detail.valid'), value: it.valid_until && formatDate(it.valid_until) },
              ]}
            />
          </div>
        }
      >
        <Section title={t('capability.detail.abstract')}>
          <p className="max-w-text whitespace-pre-line">{it.abstract}</p>
        </Section>
        <Section title={t('achievement.detail.metrics')}>
          <MetricsTable metrics={it.metrics} mine={it.mine} />
        </Section>
        {it.instruments && (
          <Section title={t('capability.detail.instruments')}>
            <p className="max-w-text whitespace-pre-line">{it.instruments}</p>
          </Section>
        )}
      </Columns>
    </>
  )
}
