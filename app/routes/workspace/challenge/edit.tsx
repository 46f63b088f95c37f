import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StatementFields, statementLabels } from '~/components/challenge/statement-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { updateDraft } from '~/domain/challenge/commands/update-draft.server'
import { challengeById } from '~/domain/challenge/queries.server'
import { updateDraftForm } from '~/domain/challenge/schema'
import { signedIn } from '~/domain/kernel/actor'
import { notAllowed } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { tidyStatement } from './statement-form.server'

export const meta = titled('challenge.edit.title')

export const loader = page(signedIn, async ({ actor, params, services, now, newKey }) => {
  const challenge = await challengeById(services.db, actor, params.id ?? '', now)
  if (!challenge.editing) throw redirect(`/workspace/challenges/${challenge.id}`)
  if (challenge.editing.refusal) throw notAllowed(challenge.editing.refusal)
  return { challenge, key: newKey() }
})

export const action = act(updateDraft, {
  form: () => updateDraftForm,
  before: tidyStatement,
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/challenges/${id}`, 'challenge.said.draft_updated'),
})

export default function Page() {
  const { challenge, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const own = `/workspace/challenges/${challenge.id}`
  return (
    <>
      <PageHeading
        title={t('challenge.edit.title')}
        breadcrumb={[
          { label: t('challenge.mine.title'), to: '/workspace/challenges' },
          { label: challenge.title, to: own },
          { label: t('challenge.edit.title') },
        ]}
      />
      {challenge.return_reason && (
        <Notice tone="warn" title={t('challenge.detail.returned')}>
          <p className="max-w-text whitespace-pre-line">{challenge.return_reason}</p>
        </Notice>
      )}
      <ActForm
        id="challenge"
        action={`${own}/edit`}
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{
          kind: challenge.kind,
          title: challenge.title,
          field: challenge.field ?? '',
          tags: challenge.tags.join('、'),
          requirement: challenge.requirement,
          background: challenge.background,
          targets: challenge.targets.map((target) => ({
            name: target.name,
            comparator: target.comparator,
            value: String(target.value),
            value_to: target.value_to === null ? '' : String(target.value_to),
            unit: target.unit,
            must: target.must ? 'on' : '',
          })),
          deliverables: challenge.deliverables,
          budget_negotiable: challenge.budget_negotiable ? 'on' : '',
          payment_plan: challenge.payment_plan.map(({ label, percent }) => ({ label, percent: String(percent) })),
          bid_deadline: challenge.bid_deadline ?? '',
          delivery_deadline: challenge.delivery_deadline ?? '',
          cooperation_mode: challenge.cooperation_mode,
          ip_ownership: challenge.ip_ownership,
          eligibility: challenge.eligibility,
          winner_mode: challenge.winner_mode,
          max_winners: String(challenge.max_winners),
          criteria: challenge.criteria.map(({ name, weight }) => ({ name, weight: String(weight) })),
        }}
        labels={statementLabels(t)}
      >
        <StatementFields
          budget={{ from: challenge.budget_min_fen, to: challenge.budget_max_fen }}
          readAction={`${own}/edit?read=targets`}
        />
        <FormEnd>
          <SubmitButton>{t('challenge.edit.save')}</SubmitButton>
          <LinkButton to={own} look="quiet">
            {t('challenge.edit.cancel')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
