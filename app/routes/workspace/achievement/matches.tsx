import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { MatchList } from '~/components/matching/match-list'
import { StandingState } from '~/components/matching/standing-state'
import { achievementDocument, readAchievement } from '~/domain/achievement/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { alertsOfListing } from '~/domain/matching/alert-state.server'
import { matchDocument } from '~/domain/matching/match.server'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.of_listing.title')

/** For the lister: which open challenges it could answer. */
export const loader = page(signedIn, async ({ params, services, actor, now }) => {
  const it = await readAchievement(services.db, actor, { id: idOf(params.id) }, now)
  if (!it?.mine) throw notFound()
  const document = await achievementDocument(services.db, it.id)
  return {
    title: it.title,
    answer: document && (await matchDocument(services.search, document, now)),
    alerts: await alertsOfListing(services.db, it.id),
  }
})

export default function Page() {
  const { title, answer, alerts } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { label: t('achievement.own.title'), to: '/workspace/achievements' },
          { label: t('matching.of_listing.title') },
        ]}
        meta={t('matching.of_listing.intro')}
      />
      {answer && <StandingState side="lister" state={alerts} />}
      <MatchList answer={answer} />
    </>
  )
}
