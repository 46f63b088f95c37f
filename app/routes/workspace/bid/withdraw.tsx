import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { withdrawBid } from '~/domain/bid/commands/withdraw.server'
import { bidPage, challengeIdOf } from '~/domain/bid/page.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('bid.withdraw.title')

export const loader = page(signedIn, async ({ actor, services, params, now, newKey }) => {
  const found = await bidPage(services.db, services.keys, actor, params.number ?? '', now)
  if (found.page.own?.state !== 'sealed') throw notFound()
  const { number, title } = found.page.challenge
  return { number, title, code: found.page.own.code, key: newKey() }
})

export const action = act(withdrawBid, {
  given: async ({ params, services }) => ({ challenge_id: await challengeIdOf(services.db, params.number ?? '') }),
  then: ({ challenge }) => goTo(`/challenges/${challenge}/bid`, 'bid.said.withdrawn'),
})

export default function Page() {
  const { number, title, code, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  const at = `/challenges/${number}`
  return (
    <>
      <PageHeading
        title={t('bid.withdraw.title')}
        breadcrumb={[{ label: number, to: at }, { label: title, to: `${at}/bid` }, { label: code }]}
      />
      <ActForm id="withdraw" actKey={key} result={answer?.result}>
        <p className="max-w-text">{t('bid.withdraw.intro')}</p>
        <FormEnd>
          <SubmitButton look="grave">{t('bid.withdraw.submit')}</SubmitButton>
          <LinkButton to={`${at}/bid`}>{t('bid.withdraw.back')}</LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
