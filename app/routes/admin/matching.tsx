import { useLoaderData } from '@remix-run/react'
import { ShareBars } from '~/components/charts/share-bars'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { mayReadFunnel } from '~/domain/matching/access'
import { type FunnelCounts, matchingFunnel } from '~/domain/matching/funnel.server'
import { page } from '~/http/page'
import { formatNumber, formatPercent, useText } from '~/i18n'
import { titled } from '../page-title'
import { partName } from '../public/indicator/asked'

export const meta = titled('admin.matching.title')

export const loader = page(mayReadFunnel, ({ services: { db } }) => matchingFunnel(db))

const steps = ['posted', 'shown', 'opened', 'bid', 'awarded'] as const
/** What stands beside the drawn figure. */
const later = steps.slice(1)

export default function Page() {
  const { whole, quarters, fields, reasons, refused, shownMatches } = useLoaderData<typeof loader>()
  const { t } = useText()
  const headers = later.map((step) => t(`admin.matching.step.${step}`))
  const row = (key: string, label: string, counts: FunnelCounts) => ({
    key,
    label,
    value: counts.posted,
    text: formatNumber(counts.posted),
    more: later.map((step) => formatNumber(counts[step])),
  })
  return (
    <>
      <PageHeading
        title={t('admin.matching.title')}
        breadcrumb={[{ label: t('admin.home.title'), to: '/admin' }, { label: t('admin.matching.title') }]}
        meta={t('admin.matching.intro')}
        actions={
          shownMatches > 0 && (
            <LinkButton to="/admin/matching.jsonl" plain>
              {t('admin.matching.file')}
            </LinkButton>
          )
        }
      />
      {whole.posted === 0 ? (
        <EmptyState title={t('admin.matching.none')}>{t('admin.matching.none_hint')}</EmptyState>
      ) : (
        <>
          <Section title={t('admin.matching.funnel')}>
            <ShareBars
              inOrder
              caption={t('admin.matching.funnel')}
              captionHidden
              labelHeader={t('admin.matching.column.step')}
              valueHeader={t('admin.matching.column.challenges')}
              moreHeaders={[t('admin.matching.column.of_posted')]}
              rows={steps.map((step) => ({
                key: step,
                label: t(`admin.matching.step.${step}`),
                value: whole[step],
                text: formatNumber(whole[step]),
                more: [formatPercent(whole[step] / whole.posted)],
              }))}
            />
          </Section>
          <Section title={t('admin.matching.by_quarter')}>
            <ShareBars
              inOrder
              caption={t('admin.matching.by_quarter')}
              captionHidden
              labelHeader={t('admin.matching.column.quarter')}
              valueHeader={t('admin.matching.step.posted')}
              moreHeaders={headers}
              rows={quarters.map(({ key, counts }) => row(key, partName(t, 'quarter', key), counts))}
            />
          </Section>
          <Section title={t('admin.matching.by_field')}>
            <ShareBars
              caption={t('admin.matching.by_field')}
              captionHidden
              labelHeader={t('admin.matching.column.field')}
              valueHeader={t('admin.matching.step.posted')}
              moreHeaders={headers}
              rows={fields.map(({ key, counts }) => ({
                ...row(key ?? '', key ? partName(t, 'field', key) : t('admin.matching.no_field'), counts),
                last: key === null,
              }))}
            />
          </Section>
          <Section title={t('admin.matching.reasons')} count={refused || null}>
            {refused === 0 ? (
              <p className="text-quiet">{t('admin.matching.no_reasons')}</p>
            ) : (
              <ShareBars
                caption={t('admin.matching.reasons')}
                captionHidden
                labelHeader={t('admin.matching.column.reason')}
                valueHeader={t('admin.matching.column.matches')}
                moreHeaders={[t('admin.matching.column.share'), t('admin.matching.column.challenges')]}
                rows={reasons.map(({ reason, matches, challenges }) => ({
                  key: reason,
                  label: t(`matching.reason.${reason}`),
                  value: matches,
                  text: formatNumber(matches),
                  more: [formatPercent(matches / refused), formatNumber(challenges)],
                }))}
              />
            )}
          </Section>
        </>
      )}
    </>
  )
}
