import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChallengeActions } from '~/components/challenge/challenge-actions'
import { ChallengeHeading } from '~/components/challenge/challenge-heading'
import { ChallengeFacts, SealCard } from '~/components/challenge/challenge-side'
import { ChallengeText } from '~/components/challenge/challenge-text'
import { Columns } from '~/components/layout/columns'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { challengeByNumber } from '~/domain/challenge/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { isTextKey, useText } from '~/i18n'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.number}` : '404' },
]

export const loader = page(anyone, ({ actor, services, now, params }) =>
  challengeByNumber(services.db, actor, params.number ?? '', now),
)

export default function Page() {
  const challenge = useLoaderData<typeof loader>()
  const { t } = useText()
  const { state, mayBid, isPoser } = challenge
  const at = `/challenges/${challenge.number}`
  const reason = challenge.ended_reason
  return (
    <>
      <ChallengeHeading
        challenge={challenge}
        breadcrumb={[{ label: t('challenge.list.title'), to: '/challenges' }, { label: challenge.number ?? '' }]}
        actions={
          mayBid ? (
            <LinkButton to={`${at}/bid`} look="primary">
              {t('challenge.page.bid')}
            </LinkButton>
          ) : (
            isPoser && (
              <LinkButton to={`${at}/matches`} look={state === 'open' ? 'primary' : 'secondary'}>
                {t('challenge.page.matches')}
              </LinkButton>
            )
          )
        }
      />
      {isPoser && state === 'open' && <Notice>{t('challenge.page.poser_open')}</Notice>}
      {(state === 'withdrawn' || state === 'failed_to_award') && (
        <Notice tone="warn" title={t('challenge.page.ended')}>
          <p className="max-w-text whitespace-pre-line">
            {reason && isTextKey(reason) ? t(reason) : (reason ?? t('challenge.page.certificate_none'))}
          </p>
        </Notice>
      )}
      {state === 'judging' && <Notice>{t('challenge.page.judging')}</Notice>}
      {state === 'publicity' && (
        <Notice>
          {t('challenge.page.publicity')} <Link to="/notices">{t('challenge.page.notices')}</Link>
        </Notice>
      )}
      {state === 'awarded' && (
        <Notice tone="success">
          {t('challenge.page.awarded')} <Link to="/notices">{t('challenge.page.notices')}</Link>
        </Notice>
      )}
      <Columns
        side={
          <>
            <ChallengeActions challenge={challenge} />
            <ChallengeFacts challenge={challenge} />
            <SealCard challenge={challenge} />
          </>
        }
      >
        <ChallengeText challenge={challenge} />
      </Columns>
    </>
  )
}
