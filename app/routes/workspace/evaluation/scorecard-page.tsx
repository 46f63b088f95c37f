import type { SubmissionResult } from '@conform-to/react'
import { BidTextView } from '~/components/bid/bid-text'
import { ScorecardFields } from '~/components/evaluation/scorecard-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { useText } from '~/i18n'
import type { loadScorecard } from './load.server'
import { scoreLabels } from './score-labels'

interface ScorecardPageProps {
  loaded: Awaited<ReturnType<typeof loadScorecard>>
  result: SubmissionResult<string[]> | undefined
}

/** A judge's own evaluation: the invitation, the scorecard, or that it is done. */
export function ScorecardPage({ loaded, result }: ScorecardPageProps) {
  const { found, compared, key } = loaded
  const { t } = useText()
  const { challenge, criteria, bids, events } = found
  const at = `/workspace/judging/${found.id}`
  const scores = bids.flatMap((bid) =>
    criteria.map(({ position }) => {
      const said = found.scores.find((each) => each.bid_id === bid.id && each.criterion === position)
      return { value: said && String(said.value), reason: said?.reason }
    }),
  )
  return (
    <>
      <PageHeading
        title={t('evaluation.score.title')}
        breadcrumb={[
          { label: t('evaluation.list.title'), to: '/workspace/judging' },
          { label: challenge.number, to: `/challenges/${challenge.number}` },
        ]}
        meta={<span>{challenge.title}</span>}
      />
      {found.state === 'invited' && (
        <Notice
          title={t('evaluation.score.invited', { poser: challenge.poser })}
          actions={
            events.length > 0 && (
              <>
                <LinkButton to={`${at}/accept`} look="primary">
                  {t('evaluation.score.accept')}
                </LinkButton>
                <LinkButton to={`${at}/decline`}>{t('evaluation.score.decline')}</LinkButton>
              </>
            )
          }
        />
      )}
      {found.state === 'submitted' && (
        <Notice
          tone="success"
          title={t('evaluation.score.final')}
          actions={
            <LinkButton to={`/challenges/${challenge.number}/compare`}>{t('evaluation.score.compare')}</LinkButton>
          }
        />
      )}
      {found.state === 'accepted' && events.length === 0 && <Notice>{t('evaluation.score.not_now')}</Notice>}
      {found.state === 'accepted' && events.length > 0 && (
        <>
          <p className="mb-4 max-w-text">{t('evaluation.score.intro')}</p>
          <ActForm
            id="scorecard"
            action={at}
            actKey={key}
            result={result}
            values={{ scores }}
            labels={scoreLabels(found)}
            className=""
          >
            {bids.map((bid, index) => (
              <div key={bid.id} className="mt-8 border-t-2 border-ink pt-4">
                <Section title={t('evaluation.score.bid', { name: bid.organization.name })} count={bid.code}>
                  <BidTextView text={bid} targets={found.targets} compared={compared[index] ?? []} />
                  <ScorecardFields bidId={bid.id} criteria={criteria} from={index * criteria.length} />
                </Section>
              </div>
            ))}
            <FormEnd next={t('evaluation.score.next')}>
              <SubmitButton>{t('evaluation.score.submit')}</SubmitButton>
              <SubmitButton look="secondary" formAction={`${at}/save`}>
                {t('evaluation.score.save')}
              </SubmitButton>
              <LinkButton to={`${at}/decline`} look="quiet">
                {t('evaluation.score.decline')}
              </LinkButton>
            </FormEnd>
          </ActForm>
        </>
      )}
    </>
  )
}
