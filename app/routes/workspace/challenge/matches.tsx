import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { MatchList } from '~/components/matching/match-list'
import { NotFitForm } from '~/components/matching/not-fit-form'
import { NotFitGroup } from '~/components/matching/not-fit-group'
import { RecordTable } from '~/components/matching/record-table'
import { StandingState } from '~/components/matching/standing-state'
import { challengeByNumber, searchDocumentOf } from '~/domain/challenge/queries.server'
import { signedIn, writesFor } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { alertsOfChallenge } from '~/domain/matching/alert-state.server'
import { recordShown } from '~/domain/matching/commands/record-shown.server'
import { matchesForPoser, notFitOf, notNotedYet } from '~/domain/matching/feedback.server'
import { recordsFor } from '~/domain/matching/records.server'
import { afterwards } from '~/http/afterwards.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('matching.of_challenge.title')

/** For the poser: who could solve it, and what of that was let be. A reviewer sees the matches alone, and nothing is noted. */
export const loader = page(signedIn, async (visit) => {
  const { params, services, actor, now, facts } = visit
  const challenge = await challengeByNumber(services.db, actor, params.number ?? '', now)
  if (!challenge.isPoser && !challenge.isReviewer) throw notFound()
  const notFit = challenge.isPoser ? await notFitOf(services.db, challenge.id) : []
  const document = await searchDocumentOf(services.db, challenge.id)
  const found = document && (await matchesForPoser(services.search, document, notFit, now))
  const listings = (found?.shown ?? []).map(({ listing_id }, at) => ({
    id: listing_id,
    number: found!.answer.matches[at]!.number,
  }))
  const alerts = challenge.isPoser ? await alertsOfChallenge(services.db, challenge.id, listings) : null
  if (found && challenge.isPoser) {
    afterwards(visit, async () => {
      const news = await notNotedYet(services.db, challenge.id, found.shown)
      if (news.length === 0) return
      await services.commands.run(
        recordShown,
        { challenge_id: challenge.id, listings: news },
        { actor, requestId: facts.requestId },
      )
    })
  }
  return {
    number: challenge.number!,
    title: challenge.title,
    answer: found && found.answer,
    isPoser: challenge.isPoser,
    judges: writesFor(actor, challenge.poser.id),
    notFit,
    alerts,
    // Who might be asked while bids are still taken.
    records: document
      ? await recordsFor(services.db, {
          ...{ id: challenge.id, field: challenge.field, tags: challenge.tags },
          organizationId: challenge.poser.id,
        })
      : [],
    key: visit.newKey(),
  }
})

export default function Page() {
  const { number, title, answer, isPoser, judges, notFit, alerts, records, key } = useLoaderData<typeof loader>()
  const { t } = useText()
  const base = `/challenges/${number}/matches`
  return (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { label: t('common.nav.challenges'), to: '/challenges' },
          { label: number, to: `/challenges/${number}` },
          { label: t('matching.of_challenge.title') },
        ]}
        meta={t('matching.of_challenge.intro')}
      />
      {alerts && answer && (
        <StandingState side="poser" state={alerts} added={Object.keys(alerts.added).length} records={records.length} />
      )}
      <MatchList
        answer={answer}
        added={alerts?.added}
        // Through the match, so that it is known which ones were worth a look.
        linkOf={isPoser ? (match) => `${base}/${match.number}` : undefined}
        actionsOf={
          judges
            ? ({ number: listing }) => (
                <details>
                  <summary className="inline-flex min-h-10 items-center text-small text-river">
                    {t('matching.not_fit.open')}
                  </summary>
                  <div className="border-t border-line pt-3">
                    <NotFitForm listing={listing} action={`${base}/${listing}/not-fit`} actKey={key} />
                  </div>
                </details>
              )
            : undefined
        }
      />
      <RecordTable rows={records} />
      {isPoser && <NotFitGroup base={base} rows={notFit} judges={judges} actKey={key} />}
    </>
  )
}
