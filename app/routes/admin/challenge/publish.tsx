import { useActionData, useLoaderData } from '@remix-run/react'
import { ChallengeHeading } from '~/components/challenge/challenge-heading'
import { ChallengeFacts } from '~/components/challenge/challenge-side'
import { ChallengeText } from '~/components/challenge/challenge-text'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { Columns } from '~/components/layout/columns'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { publish } from '~/domain/challenge/commands/publish.server'
import { act, goTo } from '~/http/act'
import { isTextKey, useText } from '~/i18n'
import { titled } from '../../page-title'
import { decisionPage } from './decision-page.server'

const checks = ['measurable', 'real', 'budget', 'open', 'secret'] as const

export const meta = titled('challenge.publish.title')

export const loader = decisionPage('publish')

export const action = act(publish, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ number }) => goTo(`/challenges/${number}`, 'challenge.said.published'),
})

export default function Page() {
  const { challenge, refusal, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <ChallengeHeading
        challenge={challenge}
        breadcrumb={[
          { label: t('challenge.review.title'), to: '/admin/challenges' },
          { label: t('challenge.publish.title') },
        ]}
      />
      {refusal && isTextKey(refusal) && (
        <Notice tone="warn" title={t('challenge.publish.cannot')}>
          {t(refusal)}
        </Notice>
      )}
      <Columns
        side={
          <>
            <section className="panel px-4 py-3">
              <h2 className="text-body">{t('challenge.publish.checklist')}</h2>
              <ul className="mt-1 list-disc ps-5 text-small">
                {checks.map((check) => (
                  <li key={check} className="py-0.5">
                    {t(`challenge.publish.check.${check}`)}
                  </li>
                ))}
              </ul>
            </section>
            <ChallengeFacts challenge={challenge} />
          </>
        }
      >
        <ChallengeText challenge={challenge} />
      </Columns>
      <ActForm id="publish" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd next={t('challenge.publish.next')}>
          {!refusal && <SubmitButton>{t('challenge.publish.submit')}</SubmitButton>}
          <LinkButton to={`/admin/challenges/${challenge.id}/return`}>{t('challenge.publish.return')}</LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
