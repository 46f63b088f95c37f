import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChallengeFacts } from '~/components/challenge/challenge-side'
import { ChallengeText } from '~/components/challenge/challenge-text'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { Columns } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { submit } from '~/domain/challenge/commands/submit.server'
import { challengeById } from '~/domain/challenge/queries.server'
import { reviewWorkingDays } from '~/domain/challenge/rules'
import { signedIn } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { isTextKey, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('challenge.submit.title')

export const loader = page(signedIn, async ({ actor, params, services, now, newKey }) => {
  const challenge = await challengeById(services.db, actor, params.id ?? '', now)
  const offered = challenge.actions.find((each) => each.event === 'submit')
  if (!offered) throw redirect(`/workspace/challenges/${challenge.id}`)
  return { challenge, refusal: offered.refusal, days: reviewWorkingDays, key: newKey() }
})

export const action = act(submit, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/challenges/${id}`, 'challenge.said.submitted'),
})

export default function Page() {
  const { challenge, refusal, days, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const own = `/workspace/challenges/${challenge.id}`
  return (
    <>
      <PageHeading
        title={t('challenge.submit.title')}
        breadcrumb={[
          { label: t('challenge.mine.title'), to: '/workspace/challenges' },
          { label: challenge.title, to: own },
          { label: t('challenge.submit.title') },
        ]}
      />
      <p className="mb-4 max-w-text">{t('challenge.submit.intro', { days })}</p>
      {refusal && isTextKey(refusal) && (
        <Notice tone="warn" title={t('challenge.submit.not_yet')}>
          {t(refusal)}
        </Notice>
      )}
      <h2 className="mb-2 text-lead">{t('challenge.submit.check')}</h2>
      <Columns side={<ChallengeFacts challenge={challenge} />}>
        <h3 className="mb-4 text-lead">{challenge.title}</h3>
        <ChallengeText challenge={challenge} />
      </Columns>
      <ActForm id="submit" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd>
          {!refusal && <SubmitButton>{t('challenge.submit.submit')}</SubmitButton>}
          <LinkButton to={`${own}/edit`} look="quiet">
            {t('challenge.submit.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
