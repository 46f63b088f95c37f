import { useActionData, useLoaderData } from '@remix-run/react'
import { StatementFields, statementLabels } from '~/components/challenge/statement-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { usualCriteria, usualDeadline } from '~/domain/challenge/defaults.server'
import { createDraftForm } from '~/domain/challenge/schema'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { tidyStatement } from './statement-form.server'

const at = '/workspace/challenges/new'

export const meta = titled('challenge.create.title')

export const loader = page(memberWhoWrites, async ({ services, now, newKey }) => ({
  key: newKey(),
  bidDeadline: (await usualDeadline(services.db, now)).toISOString(),
  criteria: (await usualCriteria(services.db)).map(({ name, weight }) => ({ name, weight: String(weight) })),
}))

export const action = act(createDraft, {
  form: () => createDraftForm,
  before: tidyStatement,
  then: ({ id }) => goTo(`/workspace/challenges/${id}`, 'challenge.said.draft_created'),
})

export default function Page() {
  const { key, bidDeadline, criteria } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('challenge.create.title')}
        breadcrumb={[
          { label: t('challenge.mine.title'), to: '/workspace/challenges' },
          { label: t('challenge.create.title') },
        ]}
      />
      <p className="mb-6 max-w-text">{t('challenge.create.intro')}</p>
      <ActForm
        id="challenge"
        action={at}
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        values={{
          kind: 'problem',
          cooperation_mode: 'commissioned',
          winner_mode: 'single',
          max_winners: '1',
          bid_deadline: bidDeadline,
          targets: [{ comparator: '>=', must: 'on' }],
          criteria,
        }}
        labels={statementLabels(t)}
      >
        <StatementFields readAction={`${at}?read=targets`} />
        <FormEnd next={t('challenge.create.next')}>
          <SubmitButton>{t('challenge.create.save')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
