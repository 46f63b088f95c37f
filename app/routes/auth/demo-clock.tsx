import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { DateTimeInput } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { Notice } from '~/components/ui/notice'
import { LinkButton } from '~/components/ui/button'
import { moveClock } from '~/domain/demo/commands/move-clock.server'
import { anyone } from '~/domain/kernel/actor'
import { DomainError, notFound } from '~/domain/kernel/errors'
import { readIssueMessage } from '~/domain/kernel/issues'
import { goTo, plainAct } from '~/http/act'
import { page } from '~/http/page'
import { isTextKey, useText } from '~/i18n'
import { titled } from '../page-title'
import { backPath } from './back.server'

export const meta = titled('demo.clock.title')

export const loader = page(anyone, ({ services, now, newKey }) => {
  if (!services.demo) throw notFound()
  return { now: now.toISOString(), key: newKey() }
})

/** Moves business time and goes back to where the bar was used; what cannot be done is said on this page. */
export const action = plainAct(async (visit, form) => {
  const back = backPath(form)
  const to = form.get('to')
  const key = form.get('_key')
  try {
    await visit.services.commands.runUnknown(
      moveClock,
      { to },
      {
        actor: visit.actor,
        requestId: visit.facts.requestId,
        key: typeof key === 'string' && key !== '' ? key : null,
      },
    )
  } catch (error) {
    if (!(error instanceof DomainError) || (error.code !== 'invalid' && error.code !== 'stale')) throw error
    return data({ problem: error.issues[0]?.message ?? error.key, back }, { status: error.status })
  }
  return goTo(back, 'demo.said.clock_moved')
})

export default function Page() {
  const { now, key } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useText()
  const problem = failed && 'problem' in failed ? readIssueMessage(failed.problem) : null
  return (
    <>
      <PageHeading title={t('demo.clock.title')} />
      {problem && failed && 'back' in failed && (
        <Notice
          tone="error"
          title={isTextKey(problem.key) ? t(problem.key, problem.params) : t('demo.issue.not_a_moment')}
          actions={<LinkButton to={failed.back}>{t('demo.clock.back')}</LinkButton>}
        />
      )}
      <ActForm id="clock" action="/demo/clock" actKey={key} values={{ to: now }}>
        <DateTimeInput name="to" label={t('demo.clock.to')} hint={t('demo.clock.hint')} />
        <FormEnd next={t('demo.clock.next')}>
          <SubmitButton>{t('demo.clock.submit')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
