import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { failToAward } from '~/domain/award/commands/fail-to-award.server'
import { failForm } from '~/domain/award/pages.server'
import { challengeIdOf } from '~/domain/bid/page.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('award.fail.title')

export const loader = page(signedIn, async ({ actor, services, params, newKey }) => ({
  ...(await failForm(services.db, actor, params.number ?? '')),
  key: newKey(),
}))

export const action = act(failToAward, {
  given: async ({ params, services }) => ({ id: await challengeIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/challenges/${number}`, 'award.said.failed'),
})

export default function Page() {
  const { number, title, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  const at = `/challenges/${number}`
  return (
    <>
      <PageHeading title={t('award.fail.title')} breadcrumb={[{ label: number, to: at }, { label: title }]} />
      <ActForm id="fail" actKey={key} result={answer?.result} labels={{ reason: t('award.fail.reason') }}>
        <p className="mb-4 max-w-text">{t('award.fail.intro')}</p>
        <TextArea name="reason" label={t('award.fail.reason')} rows={4} />
        <FormEnd>
          <SubmitButton look="grave">{t('award.fail.submit')}</SubmitButton>
          <LinkButton to={`${at}/compare`}>{t('award.fail.back')}</LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
