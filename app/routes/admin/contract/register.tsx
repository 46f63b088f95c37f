import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { Halves } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { Countdown } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { registerContract } from '~/domain/contract/commands/register.server'
import { contractChecks } from '~/domain/contract/checks.server'
import { contractIdOf, contractPage } from '~/domain/contract/queries.server'
import { registerForm } from '~/domain/contract/schema'
import { onlyStaff } from '~/domain/kernel/actor'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { type TextKey, useText } from '~/i18n'
import { titled } from '../../page-title'
import { AmountFacts, ContractFacts } from '../../workspace/contract/facts'
import { KindFields } from '../../workspace/contract/fields'
import { contractLabels } from '../../workspace/contract/names'
import { Parties } from '../../workspace/contract/parties'
import { ContractBadge } from '../../workspace/contract/state-badge'
import { Checks } from './checks'

export const meta = titled('contract.register.title')

export const loader = page(onlyStaff('registrar'), async ({ actor, params, now, services, newKey }) => {
  const number = params.number ?? ''
  return {
    contract: await contractPage(services.db, actor, number, now),
    checks: await contractChecks(services.db, actor, number, now),
    key: newKey(),
  }
})

export const action = act(registerContract, {
  form: () => registerForm,
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/workspace/contracts/${number}`, 'contract.said.registered'),
})

/** Facts, checks and decision of one application. */
export default function Page() {
  const { contract, checks, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useText()
  const can = (event: string) => contract.actions.some((each) => each.event === event && each.refusal === null)
  const at = (step: string) => `/admin/contracts/${contract.number}/${step}`
  return (
    <>
      <PageHeading
        title={contract.title}
        breadcrumb={[{ label: t('contract.queue.title'), to: '/admin/contracts' }, { label: contract.number }]}
        meta={
          <>
            <ContractBadge state={contract.state} />
            {contract.review_due_at && contract.state === 'under_review' && (
              <span>
                {t('contract.detail.review')} <Countdown to={contract.review_due_at} />
              </span>
            )}
          </>
        }
        actions={(['accept', 'return', 'refuse', 'amend', 'cancel'] as const).filter(can).map((event) => (
          <LinkButton key={event} to={at(event)} look={event === 'accept' ? 'primary' : 'secondary'}>
            {t(`contract.event.${event}`)}
          </LinkButton>
        ))}
      />
      {checks.examine && <Notice tone="warn">{t(checks.examine as TextKey)}</Notice>}
      <Halves>
        <div>
          <Section title={t('contract.register.facts')}>
            <Parties contract={contract} />
            <AmountFacts contract={contract} />
            <ContractFacts contract={contract} />
          </Section>
          {contract.terms && (
            <Section title={t('contract.detail.text')}>
              <p className="max-w-text whitespace-pre-line">{contract.terms}</p>
            </Section>
          )}
        </div>
        <div>
          <Section title={t('contract.register.checks')}>
            <Checks contract={contract} checks={checks} />
          </Section>
          {can('register') ? (
            <Section title={t('contract.register.decision')}>
              <ActForm
                id="register"
                actKey={key}
                result={answer && 'result' in answer ? answer.result : null}
                values={{ kind: contract.kind, sub_kind: contract.sub_kind }}
                labels={contractLabels(t)}
              >
                <KindFields />
                <MoneyInput
                  name="technology_amount_fen"
                  label={t('contract.field.amount')}
                  hint={t('contract.hint.amount')}
                  fen={contract.claimed_amount_fen}
                />
                <TextArea name="amount_reason" label={t('contract.field.amount_reason')} rows={3} optional />
                <FormEnd next={t('contract.register.next')}>
                  <SubmitButton>{t('contract.register.submit')}</SubmitButton>
                </FormEnd>
              </ActForm>
            </Section>
          ) : (
            can('accept') && <Notice>{t('contract.register.accept_first')}</Notice>
          )}
        </div>
      </Halves>
    </>
  )
}
