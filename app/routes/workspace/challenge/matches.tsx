import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { MatchList } from '~/components/matching/match-list'
import { challengeByNumber, searchDocumentOf } from '~/domain/challenge/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { matchDocument } from '~/domain/matching/match.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.of_challenge.title')

/** For the poser: who could solve it. */
export const loader = page(signedIn, async ({ params, services, actor, now }) => {
  const challenge = await challengeByNumber(services.db, actor, params.number ?? '', now)
  if (!challenge.isPoser && !challenge.isReviewer) throw notFound()
  const document = await searchDocumentOf(services.db, challenge.id)
  return {
    number: challenge.number,
    title: challenge.title,
    answer: document && (await matchDocument(services.search, document, now)),
  }
})

export default function Page() {
  const { number, title, answer } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { label: t('common.nav.challenges'), to: '/challenges' },
          { label: number ?? '', to: `/challenges/${number}` },
          { label: t('matching.of_challenge.title') },
        ]}
        meta={t('matching.of_challenge.intro')}
      />
      <MatchList answer={answer} />
    </>
  )
}
