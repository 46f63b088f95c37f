import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { transactionVolume } from '~/domain/indicator/rules'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { ApiExamples } from './about/api-examples'
import { ProblemTable } from './about/problem-table'

export const meta = titled('about.title')

export const loader = page(anyone, ({ services, url, now }) => ({
  site: services.publicUrl ?? url.origin,
  demo: services.demo,
  year: yearOf(now),
  indicator: transactionVolume,
}))

const sections = ['what', 'sealing', 'data', 'api', 'problems'] as const

export default function Page() {
  const { site, demo, year, indicator } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading title={t('about.title')} />
      <nav aria-label={t('about.contents')} className="no-print mb-8">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map((id) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-10 items-center">
                {t(`about.${id}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="running [&_p]:max-w-text">
        <Section id="what" title={t('about.what.title')}>
          <div className="space-y-3">
            <p>{t('about.what.p1')}</p>
            <p>{t('about.what.p2')}</p>
          </div>
        </Section>
        <Section id="sealing" title={t('about.sealing.title')}>
          <div className="space-y-3">
            <p>{t('about.sealing.p1')}</p>
            <p>{t('about.sealing.p2')}</p>
            <p>{t('about.sealing.p3')}</p>
          </div>
          <h3 className="mt-4">{t('about.sealing.limits')}</h3>
          <ul className="mt-1 max-w-text list-disc space-y-1 ps-5">
            {(['limit1', 'limit2', 'limit3', 'limit4'] as const).map((limit) => (
              <li key={limit}>{t(`about.sealing.${limit}`)}</li>
            ))}
          </ul>
          <p className="mt-3">
            <LinkButton to="/verify">{t('about.sealing.verify')}</LinkButton>
          </p>
        </Section>
        <Section id="data" title={t('about.data.title')}>
          <div className="space-y-3">
            <p>{t('about.data.p1')}</p>
            <p>{t('about.data.p2')}</p>
          </div>
          <ul className="mt-3 flex flex-wrap gap-x-6">
            <li>
              <Link to="/indicators/contracts">{t('about.data.rows')}</Link>
            </li>
            <li>
              <a href={`/indicators/contracts.json?period=${year}`}>{t('about.data.recompute')}</a>
            </li>
            <li>
              <a href="/challenges.csv">{t('about.data.lists')}</a>
            </li>
            <li>
              <a href="/challenges.rss">{t('about.data.rss')}</a>
            </li>
          </ul>
          {demo ? (
            <Notice tone="warn" title={t('about.data.demo_title')}>
              <p>{t('about.data.demo')}</p>
            </Notice>
          ) : (
            <p className="mt-3">{t('about.data.real')}</p>
          )}
        </Section>
        <Section id="api" title={t('about.api.title')}>
          <ApiExamples site={site} indicator={indicator} year={year} />
        </Section>
        <Section id="problems" title={t('about.problems.title')}>
          <p className="mb-3">{t('about.problems.p1')}</p>
          <ProblemTable />
        </Section>
      </div>
    </>
  )
}
