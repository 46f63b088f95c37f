import { Link, useLoaderData } from '@remix-run/react'
import { ComparisonTable } from '~/components/evaluation/comparison-table'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { type Comparison, comparison } from '~/domain/award/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { formatDateTime, formatNumber, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('award.compare.title')

export const loader = page(signedIn, ({ actor, services, params }) =>
  comparison(services.db, actor, params.number ?? ''),
)

export default function Page() {
  const found = useLoaderData<typeof loader>() as Comparison
  const { t } = useText()
  const { challenge, judges, bids, unopened } = found
  const at = `/challenges/${challenge.number}`
  return (
    <>
      <PageHeading
        title={t('award.compare.title')}
        breadcrumb={[{ label: challenge.number, to: at }, { label: challenge.title }]}
        meta={challenge.opened_at && <OpenedFacts comparison={found} />}
        actions={
          found.isPoser &&
          challenge.state === 'judging' && (
            <>
              <LinkButton to={`${at}/judges`}>{t('award.compare.judges_link')}</LinkButton>
              <LinkButton to={`${at}/award`} look="primary">
                {t('award.compare.intend')}
              </LinkButton>
            </>
          )
        }
      />
      {unopened.length > 0 && (
        <Notice tone="warn" title={t('award.compare.failed', { count: unopened.length })}>
          <p className="max-w-text">
            {t('award.compare.failed_text', { names: unopened.map((each) => `${each.name} ${each.code}`).join('、') })}
          </p>
        </Notice>
      )}
      {challenge.opened_at === null ? (
        <Notice title={t('award.compare.waiting')}>
          <p className="max-w-text">{t('award.compare.waiting_text')}</p>
        </Notice>
      ) : (
        <>
          <ComparisonTable comparison={found} />
          {bids.every((bid) => bid.result === null) && (
            <p className="my-3 text-quiet">
              {t(judges.submitted > 0 ? 'award.compare.blind' : 'award.compare.no_scores')}
            </p>
          )}
          {found.tendencies.length > 1 && <Tendencies tendencies={found.tendencies} />}
          <p className="my-4 text-small text-quiet">{t('award.compare.departure')}</p>
          <Section title={t('award.compare.plans')}>
            {bids.map((bid) => (
              <details key={bid.id} className="panel mb-3 px-4 py-2">
                <summary className="py-1 font-semibold">
                  {bid.organization.name} <span className="numbers font-normal text-quiet">{bid.code}</span>
                </summary>
                <h3 className="mt-3 text-body">{t('bid.text.plan')}</h3>
                <p className="prose">{bid.plan}</p>
                <h3 className="mt-3 text-body">{t('bid.text.team')}</h3>
                <p className="prose">{bid.team}</p>
              </details>
            ))}
          </Section>
          {!found.isPoser && <Link to={at}>{challenge.title}</Link>}
        </>
      )}
    </>
  )
}

function OpenedFacts({ comparison: { challenge, bids, judges } }: { comparison: Comparison }) {
  const { t } = useText()
  return (
    <>
      <span className="numbers">
        {t('award.compare.opened', { time: formatDateTime(challenge.opened_at ?? ''), count: bids.length })}
      </span>
      <Badge tone="good">{t('award.compare.verified')}</Badge>
      {judges.submitted + judges.waiting > 0 && (
        <span className="numbers">
          {judges.waiting === 0
            ? t('award.compare.judges_done', { submitted: judges.submitted })
            : t('award.compare.judges', { submitted: judges.submitted, waiting: judges.waiting })}
        </span>
      )}
    </>
  )
}

function Tendencies({ tendencies }: { tendencies: Comparison['tendencies'] }) {
  const { t } = useText()
  return (
    <div className="mt-6">
      <Section title={t('award.compare.tendencies')}>
        <p className="text-quiet">{t('award.compare.tendencies_text')}</p>
        <ul className="numbers flex flex-wrap gap-x-6">
          {tendencies.map(({ name, offset }) => (
            <li key={name}>
              {t('award.compare.tendency', { name, offset: formatNumber(offset / 100, { digits: 2, signed: true }) })}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
