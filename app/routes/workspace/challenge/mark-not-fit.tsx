import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { NotFitForm } from '~/components/matching/not-fit-form'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { mayJudgeMatch } from '~/domain/matching/access'
import { markNotFit } from '~/domain/matching/commands/mark-not-fit.server'
import { shownMatch } from '~/domain/matching/shown-match.server'
import { challengeByNumber } from '~/domain/challenge/queries.server'
import { act, goTo } from '~/http/act'
import { page, refuseUnless } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.not_fit.open')

/** The form that stands folded on each match, as a page: where it comes back when something is missing. */
export const loader = page(signedIn, async ({ services, actor, params, now, newKey }) => {
  const { number, isPoser } = await challengeByNumber(services.db, actor, params.number ?? '', now)
  if (!isPoser || !number) throw notFound()
  const match = await shownMatch(services.db, { challenge: number, listing: params.listing ?? '' })
  refuseUnless(mayJudgeMatch(actor, match))
  return { number, listing: params.listing ?? '', title: match.listing!.title, key: newKey() }
})

export const action = act(markNotFit, {
  given: ({ params }) => ({ challenge: params.number ?? '', listing: params.listing ?? '' }),
  then: ({ challenge }) => goTo(`/challenges/${challenge}/matches`, 'matching.said.not_fit_marked'),
})

export default function Page() {
  const { number, listing, title, key } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  const matches = `/challenges/${number}/matches`
  return (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { label: number, to: `/challenges/${number}` },
          { label: t('matching.of_challenge.title'), to: matches },
          { label: t('matching.not_fit.open') },
        ]}
      />
      <NotFitForm
        listing={listing}
        action={`${matches}/${listing}/not-fit`}
        actKey={key}
        result={data && 'result' in data ? data.result : null}
      />
    </>
  )
}
