import { useActionData, useLoaderData } from '@remix-run/react'
import { JudgeState } from '~/components/evaluation/judge-state'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { challengeIdOf } from '~/domain/bid/page.server'
import { inviteJudge } from '~/domain/evaluation/commands/invite-judge.server'
import { type JudgeCandidate, judgesPage } from '~/domain/evaluation/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { isTextKey, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('evaluation.judges.title')

export const loader = page(signedIn, async ({ actor, services, params, newKey }) => {
  const found = await judgesPage(services.db, actor, params.number ?? '')
  return { ...found, keys: found.candidates.map(newKey) }
})

export const action = act(inviteJudge, {
  given: async ({ params, services }) => ({ challenge_id: await challengeIdOf(services.db, params.number ?? '') }),
  then: (_answer, { params }) => goTo(`/challenges/${params.number}/judges`, 'evaluation.said.invited'),
})

export default function Page() {
  const { challenge, judges, candidates, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  const at = `/challenges/${challenge.number}`
  const submitted = judges.filter((each) => each.state === 'submitted').length
  const refused = (answer?.result?.error?.[''] ?? [])[0]
  return (
    <>
      <PageHeading
        title={t('evaluation.judges.title')}
        breadcrumb={[
          { label: challenge.number, to: at },
          { label: challenge.title, to: `${at}/compare` },
        ]}
        meta={
          <span className="numbers">
            {t('evaluation.judges.need', { needed: challenge.minimum_judges, submitted })}
          </span>
        }
      />
      {refused && <Refused message={refused} />}
      <Section title={t('evaluation.judges.present')} count={judges.length}>
        <DataTable
          caption={t('evaluation.judges.present')}
          captionHidden
          rows={judges}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('evaluation.judges.none')}>{t('evaluation.judges.none_hint')}</EmptyState>}
          columns={[
            { key: 'name', header: t('evaluation.judges.name'), rowHeader: true, cell: (row) => row.name },
            { key: 'kind', header: t('evaluation.judges.kind'), cell: (row) => t(`evaluation.kind.${row.kind}`) },
            { key: 'state', header: t('evaluation.judges.state'), cell: (row) => <JudgeState state={row.state} /> },
            { key: 'invited', header: t('evaluation.judges.invited'), cell: (row) => <Moment at={row.invited_at} /> },
            {
              key: 'submitted',
              header: t('evaluation.judges.submitted'),
              cell: (row) => (row.submitted_at ? <Moment at={row.submitted_at} /> : '—'),
            },
            {
              key: 'reason',
              header: t('evaluation.judges.reason'),
              cell: (row) => row.decline_reason ?? '',
            },
          ]}
        />
      </Section>
      {challenge.state === 'judging' ? (
        <Candidates candidates={candidates} keys={keys} />
      ) : (
        (challenge.state === 'open' || challenge.state === 'closed') && <Notice>{t('evaluation.judges.wait')}</Notice>
      )}
    </>
  )
}

function Refused({ message }: { message: string }) {
  const { t } = useText()
  const [key = '', query] = message.split('?')
  return <Notice tone="error">{isTextKey(key) && t(key, Object.fromEntries(new URLSearchParams(query)))}</Notice>
}

function Candidates({ candidates, keys }: { candidates: JudgeCandidate[]; keys: string[] }) {
  const { t } = useText()
  return (
    <Section title={t('evaluation.judges.candidates')} count={candidates.length}>
      <p className="mb-3 max-w-text text-quiet">{t('evaluation.judges.candidates_hint')}</p>
      <DataTable
        caption={t('evaluation.judges.candidates')}
        captionHidden
        rows={candidates}
        rowKey={(row) => row.person_id}
        empty={<EmptyState title={t('evaluation.judges.nobody')}>{t('evaluation.judges.nobody_hint')}</EmptyState>}
        columns={[
          { key: 'name', header: t('evaluation.judges.name'), rowHeader: true, cell: (row) => row.name },
          {
            key: 'organization',
            header: t('evaluation.judges.organization'),
            cell: (row) => row.organizations.join('、') || '—',
          },
          { key: 'load', header: t('evaluation.judges.load'), numeric: true, cell: (row) => row.load },
          {
            key: 'conflict',
            header: t('evaluation.judges.conflict'),
            cell: ({ refusal }) =>
              refusal && isTextKey(refusal.reason)
                ? t(refusal.reason, { organization: refusal.organization })
                : t('evaluation.judges.no_conflict'),
          },
          {
            key: 'act',
            header: t('evaluation.judges.act'),
            cell: (row, index) =>
              row.refusal === null && (
                <ActForm id={`invite-${index}`} actKey={keys[index]} className="">
                  <input type="hidden" name="person_id" value={row.person_id} />
                  <SubmitButton look="secondary">{t('evaluation.judges.invite')}</SubmitButton>
                </ActForm>
              ),
          },
        ]}
      />
    </Section>
  )
}
