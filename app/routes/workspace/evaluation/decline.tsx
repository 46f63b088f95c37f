import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { decline } from '~/domain/evaluation/commands/decline.server'
import { scorecardView } from '~/domain/evaluation/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('evaluation.decline.title')

export const loader = page(signedIn, async ({ actor, services, params, newKey }) => {
  const { id, challenge } = await scorecardView(services.db, actor, params.id ?? '')
  return { id, challenge, key: newKey() }
})

export const action = act(decline, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/workspace/judging', 'evaluation.said.declined'),
})

export default function Page() {
  const { id, challenge, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  const at = `/workspace/judging/${id}`
  return (
    <>
      <PageHeading
        title={t('evaluation.decline.title')}
        breadcrumb={[
          { label: t('evaluation.list.title'), to: '/workspace/judging' },
          { label: challenge.number, to: at },
        ]}
        meta={<span>{challenge.title}</span>}
      />
      <ActForm id="decline" actKey={key} result={answer?.result} labels={{ reason: t('evaluation.decline.reason') }}>
        <TextArea name="reason" label={t('evaluation.decline.reason')} hint={t('evaluation.decline.hint')} rows={4} />
        <FormEnd>
          <SubmitButton look="grave">{t('evaluation.decline.submit')}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('evaluation.accept.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
