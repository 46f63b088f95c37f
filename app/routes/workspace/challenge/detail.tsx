import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChallengeHeading } from '~/components/challenge/challenge-heading'
import { ChallengeFacts } from '~/components/challenge/challenge-side'
import { ChallengeText } from '~/components/challenge/challenge-text'
import { Columns } from '~/components/layout/columns'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { challengeById } from '~/domain/challenge/queries.server'
import { reviewWorkingDays } from '~/domain/challenge/rules'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { isTextKey, useText } from '~/i18n'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.challenge.title ?? '404' }]

export const loader = page(signedIn, async ({ actor, params, services, now }) => ({
  challenge: await challengeById(services.db, actor, params.id ?? '', now),
  days: reviewWorkingDays,
}))

export default function Page() {
  const { challenge, days } = useLoaderData<typeof loader>()
  const { t } = useText()
  const { state, isPoser } = challenge
  const own = `/workspace/challenges/${challenge.id}`
  const offered = (event: string) => challenge.actions.find((each) => each.event === event)
  const submit = offered('submit')
  const withdraw = offered('withdraw')
  const refusal = submit?.refusal ?? null
  return (
    <>
      <ChallengeHeading
        challenge={challenge}
        breadcrumb={[{ label: t('challenge.mine.title'), to: '/workspace/challenges' }, { label: challenge.title }]}
        actions={
          <>
            {submit && !refusal && (
              <LinkButton to={`${own}/submit`} look="primary">
                {t('challenge.detail.submit')}
              </LinkButton>
            )}
            {challenge.editing && !challenge.editing.refusal && (
              <LinkButton to={`${own}/edit`}>{t('challenge.detail.edit')}</LinkButton>
            )}
            {offered('publish') && (
              <LinkButton to={`/admin/challenges/${challenge.id}/publish`}>{t('challenge.review.open')}</LinkButton>
            )}
            {withdraw && !withdraw.refusal && (
              <LinkButton to={`/challenges/${challenge.number ?? challenge.id}/withdraw`} look="quiet">
                {t('challenge.detail.withdraw')}
              </LinkButton>
            )}
          </>
        }
      />
      {state === 'returned' && (
        <Notice tone="error" title={t('challenge.detail.returned')}>
          <p className="max-w-text whitespace-pre-line">{challenge.return_reason}</p>
          <p className="mt-1 text-small text-quiet">{t('challenge.detail.returned_hint')}</p>
        </Notice>
      )}
      {state === 'draft' && isPoser && <Notice>{t('challenge.detail.draft')}</Notice>}
      {state === 'submitted' && (
        <Notice>{isPoser ? t('challenge.detail.submitted', { days }) : t('challenge.detail.reviewing')}</Notice>
      )}
      {refusal && isTextKey(refusal) && (
        <Notice tone="warn" title={t('challenge.submit.not_yet')}>
          {t(refusal)}
        </Notice>
      )}
      {challenge.number && (
        <Notice actions={<LinkButton to={`/challenges/${challenge.number}`}>{t('challenge.detail.see')}</LinkButton>}>
          {t('challenge.detail.public')}
        </Notice>
      )}
      <Columns side={<ChallengeFacts challenge={challenge} />}>
        <ChallengeText challenge={challenge} />
      </Columns>
    </>
  )
}
