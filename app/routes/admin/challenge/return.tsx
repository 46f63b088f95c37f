import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { returnToPoser } from '~/domain/challenge/commands/return.server'
import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { decisionPage } from './decision-page.server'

export const meta = titled('challenge.return.title')

export const loader = decisionPage('return')

export const action = act(returnToPoser, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/admin/challenges', 'challenge.said.returned'),
})

export default function Page() {
  const { challenge, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const review = `/admin/challenges/${challenge.id}/publish`
  return (
    <>
      <PageHeading
        title={t('challenge.return.title')}
        breadcrumb={[
          { label: t('challenge.review.title'), to: '/admin/challenges' },
          { label: challenge.title, to: review },
          { label: t('challenge.return.title') },
        ]}
      />
      <ActForm
        id="return"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        labels={{ reason: t('challenge.return.reason') }}
      >
        <TextArea
          name="reason"
          label={t('challenge.return.reason')}
          hint={t('challenge.return.reason_hint')}
          rows={6}
          required
        />
        <FormEnd next={t('challenge.return.next')}>
          <SubmitButton>{t('challenge.return.submit')}</SubmitButton>
          <LinkButton to={review} look="quiet">
            {t('challenge.return.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
