import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { Checkbox } from '~/components/forms/choices'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { accept } from '~/domain/evaluation/commands/accept.server'
import { scorecardView } from '~/domain/evaluation/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('evaluation.accept.title')

export const loader = page(signedIn, async ({ actor, services, params, newKey }) => {
  const { id, challenge } = await scorecardView(services.db, actor, params.id ?? '')
  return { id, challenge, key: newKey() }
})

export const action = act(accept, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/judging/${id}`, 'evaluation.said.accepted'),
})

export default function Page() {
  const { id, challenge, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  const at = `/workspace/judging/${id}`
  return (
    <>
      <PageHeading
        title={t('evaluation.accept.title')}
        breadcrumb={[
          { label: t('evaluation.list.title'), to: '/workspace/judging' },
          { label: challenge.number, to: at },
        ]}
        meta={<span>{challenge.title}</span>}
      />
      <ActForm id="accept" actKey={key} result={answer?.result}>
        <Checkbox name="no_conflict" label={t('evaluation.accept.declare')} />
        <FormEnd next={t('evaluation.accept.who')}>
          <SubmitButton>{t('evaluation.accept.submit')}</SubmitButton>
          <LinkButton to={`${at}/decline`}>{t('evaluation.score.decline')}</LinkButton>
          <LinkButton to={at} look="quiet">
            {t('evaluation.accept.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
