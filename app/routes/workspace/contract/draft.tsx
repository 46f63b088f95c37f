import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { Facts } from '~/components/ui/facts'
import { Money } from '~/components/ui/money'
import { Notice } from '~/components/ui/notice'
import { mayDraftFrom } from '~/domain/contract/access'
import { awardBasis } from '~/domain/contract/award-basis.server'
import { draftFromAward } from '~/domain/contract/commands/draft-from-award.server'
import { draftFromAwardInput } from '~/domain/contract/schema'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page, refuseUnless } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('contract.draft.title')

export const loader = page(signedIn, async ({ actor, params, services, newKey }) => {
  const asked = draftFromAwardInput.safeParse({ award: params.award })
  const award = asked.success ? await awardBasis(services.db, asked.data.award) : null
  if (!award) throw notFound()
  refuseUnless(mayDraftFrom(actor, award))
  return {
    key: newKey(),
    state: award.state,
    title: award.challenge.title,
    number: award.challenge.number,
    price_fen: award.priceFen.toString(),
    seller: award.solver.name,
    buyer: award.poser.name,
    contract: award.contractNumber,
  }
})

export const action = act(draftFromAward, {
  given: ({ params }) => ({ award: params.award ?? '' }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.drafted'),
})

export default function Page() {
  const award = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('contract.draft.title')}
        breadcrumb={[
          { label: t('contract.list.title'), to: '/workspace/contracts' },
          { label: award.number ?? '', to: `/challenges/${award.number}` },
        ]}
      />
      <div className="max-w-form">
        <Facts
          layout="start"
          rows={[
            { term: t('contract.field.title'), value: award.title },
            { term: t('contract.side.seller'), value: award.seller },
            { term: t('contract.side.buyer'), value: award.buyer },
            { term: t('contract.draft.price'), value: <Money fen={award.price_fen} unit="元" />, strong: true },
          ]}
        />
        {award.contract ? (
          <Notice>
            {t('contract.draft.exists')} <Link to={`/workspace/contracts/${award.contract}`}>{award.contract}</Link>
          </Notice>
        ) : award.state !== 'confirmed' ? (
          <Notice tone="warn">{t('contract.draft.not_yet')}</Notice>
        ) : (
          <ActForm id="draft" actKey={award.key} result={result && 'result' in result ? result.result : null}>
            <FormEnd next={t('contract.draft.intro')}>
              <SubmitButton>{t('contract.draft.submit')}</SubmitButton>
            </FormEnd>
          </ActForm>
        )}
      </div>
    </>
  )
}
