import type { SubmissionResult } from '@conform-to/react'
import { CommitmentFields } from '~/components/bid/commitment-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { FormSection } from '~/components/forms/field'
import { DateTimeInput, TextArea } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import type { BidPage } from '~/domain/bid/page.server'
import { formatDateTime, useText } from '~/i18n'

interface BidFormProps {
  page: BidPage
  actKey: string
  result: SubmissionResult<string[]> | null | undefined
}

const longestPlan = 20_000
const longestTeam = 5_000

/** The form of a bid: sealed and submitted, or kept as a draft. */
export function BidForm({ page, actKey, result }: BidFormProps) {
  const { t } = useText()
  const { challenge, own } = page
  const at = `/challenges/${challenge.number}/bid`
  const draft = own?.draft
  const commitments = challenge.targets.map(({ position }) => {
    const said = draft?.commitments.find((each) => each.position === position)
    return { value: said?.value, value_to: said?.value_to, none: said?.none ? 'on' : undefined, note: said?.note }
  })
  return (
    <ActForm
      id="bid"
      action={at}
      actKey={actKey}
      result={result}
      values={{
        content: {
          plan: draft?.plan,
          team: draft?.team,
          price: draft?.price,
          delivery_date: draft?.delivery_date,
          commitments,
        },
      }}
      labels={{
        'content.plan': t('bid.page.plan'),
        'content.team': t('bid.page.team'),
        'content.price': t('bid.page.price'),
        'content.price_fen': t('bid.page.price'),
        'content.delivery_date': t('bid.page.delivery'),
        'content.commitments': t('bid.page.commitments'),
        ...Object.fromEntries(
          challenge.targets.flatMap((target, index) => [
            [`content.commitments[${index}].value`, target.name],
            [`content.commitments[${index}].value_to`, target.name],
          ]),
        ),
      }}
    >
      <input type="hidden" name="replaces" value={own?.version ?? 0} />
      <FormSection title={t('bid.page.commitments')} intro={t('bid.page.commitments_intro')}>
        <CommitmentFields targets={challenge.targets} />
      </FormSection>
      <FormSection title={t('bid.page.offer')}>
        <MoneyInput name="content.price" label={t('bid.page.price')} />
        <DateTimeInput
          name="content.delivery_date"
          label={t('bid.page.delivery')}
          dayOnly
          hint={
            challenge.delivery_deadline ? t('bid.page.delivery_hint', { day: challenge.delivery_deadline }) : undefined
          }
        />
      </FormSection>
      <FormSection title={t('bid.page.plan')}>
        <TextArea
          name="content.plan"
          label={t('bid.page.plan')}
          hint={t('bid.page.plan_hint', { most: longestPlan })}
          rows={16}
        />
        <TextArea
          name="content.team"
          label={t('bid.page.team')}
          hint={t('bid.page.team_hint', { most: longestTeam })}
          rows={6}
        />
      </FormSection>
      <FormEnd next={t('bid.page.next', { deadline: formatDateTime(challenge.bid_deadline) })}>
        {page.refusal === null && (
          <SubmitButton>{t(own?.state === 'sealed' ? 'bid.page.resubmit' : 'bid.page.submit')}</SubmitButton>
        )}
        <SubmitButton look="secondary" formAction={`${at}/draft`}>
          {t('bid.page.save')}
        </SubmitButton>
      </FormEnd>
    </ActForm>
  )
}
