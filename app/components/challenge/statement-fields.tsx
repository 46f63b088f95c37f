import { Checkbox, RadioGroup } from '~/components/forms/choices'
import { FormSection } from '~/components/forms/field'
import { DateTimeInput, Select, TextArea, TextInput } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { TargetRowsInput } from '~/components/forms/target-rows-input'
import { cooperationModes, technicalFields } from '#db/schema/codes'
import { type T, useText } from '~/i18n'
import { WeightRowsInput } from './weight-rows-input'

const fields = [
  'kind',
  'title',
  'field',
  'tags',
  'background',
  'requirement',
  'targets',
  'targets_text',
  'deliverables',
  'budget_min_fen',
  'budget_max_fen',
  'payment_plan',
  'bid_deadline',
  'delivery_deadline',
  'cooperation_mode',
  'ip_ownership',
  'eligibility',
  'winner_mode',
  'max_winners',
  'criteria',
] as const
type FieldName = (typeof fields)[number]

/** Names of the statement's fields for the summary of errors. */
export const statementLabels = (t: T): Record<string, string> =>
  Object.fromEntries(fields.map((name) => [name, t(`challenge.form.${name}`)]))

interface StatementFieldsProps {
  /** Budgets in fen at first; what was typed stands over them. */
  budget?: { from: string | null; to: string | null }
  /** Address that takes the whole form and answers the page with the pasted paragraph read into rows. */
  readAction: string
}

/** The statement of a challenge, one topic per section. */
export function StatementFields({ budget, readAction }: StatementFieldsProps) {
  const { t } = useText()
  const named = (name: FieldName) => ({ name, label: t(`challenge.form.${name}`) })
  return (
    <>
      <FormSection title={t('challenge.form.section.what')}>
        <TextInput {...named('title')} hint={t('challenge.form.hint.title')} maxLength={120} required />
        <RadioGroup
          {...named('kind')}
          inline
          options={(['problem', 'scenario'] as const).map((value) => ({ value, label: t(`challenge.kind.${value}`) }))}
        />
        <Select
          {...named('field')}
          optional
          options={technicalFields.map((value) => ({ value, label: t(`common.field.${value}`) }))}
        />
        <TextInput {...named('tags')} optional hint={t('challenge.form.hint.tags')} />
        <TextArea {...named('requirement')} rows={8} hint={t('challenge.form.hint.requirement')} required />
        <TextArea {...named('background')} optional rows={4} hint={t('challenge.form.hint.background')} />
      </FormSection>
      <FormSection title={t('challenge.form.section.targets')} intro={t('challenge.form.intro.targets')}>
        <TargetRowsInput {...named('targets')} most={20} readAction={readAction} />
        <TextArea {...named('deliverables')} optional rows={3} hint={t('challenge.form.hint.deliverables')} />
      </FormSection>
      <FormSection title={t('challenge.form.section.money')}>
        <MoneyInput {...named('budget_min_fen')} optional fen={budget?.from} />
        <MoneyInput {...named('budget_max_fen')} optional fen={budget?.to} />
        <Checkbox name="budget_negotiable" label={t('challenge.form.budget_negotiable')} />
        <WeightRowsInput
          {...named('payment_plan')}
          hint={t('challenge.form.hint.payment_plan')}
          text={{ name: 'label', label: t('challenge.form.step') }}
          weight={{ name: 'percent', label: t('challenge.form.percent') }}
          add={t('challenge.form.add_step')}
          most={6}
        />
      </FormSection>
      <FormSection title={t('challenge.form.section.dates')}>
        <DateTimeInput {...named('bid_deadline')} optional />
        <DateTimeInput
          {...named('delivery_deadline')}
          optional
          dayOnly
          hint={t('challenge.form.hint.delivery_deadline')}
        />
      </FormSection>
      <FormSection title={t('challenge.form.section.terms')}>
        <Select
          {...named('cooperation_mode')}
          options={cooperationModes.map((value) => ({ value, label: t(`challenge.mode.${value}`) }))}
        />
        <TextArea {...named('ip_ownership')} optional rows={2} hint={t('challenge.form.hint.ip_ownership')} />
        <TextArea {...named('eligibility')} optional rows={2} hint={t('challenge.form.hint.eligibility')} />
      </FormSection>
      <FormSection title={t('challenge.form.section.judging')}>
        <RadioGroup
          {...named('winner_mode')}
          options={(['single', 'race'] as const).map((value) => ({
            value,
            label: t(`challenge.form.winner.${value}`),
            hint: t(`challenge.form.winner_hint.${value}`),
          }))}
        />
        <TextInput {...named('max_winners')} width="short" inputMode="numeric" />
        <WeightRowsInput
          {...named('criteria')}
          hint={t('challenge.form.hint.criteria')}
          text={{ name: 'name', label: t('challenge.form.criterion') }}
          weight={{ name: 'weight', label: t('challenge.form.weight') }}
          add={t('challenge.form.add_criterion')}
          most={10}
        />
      </FormSection>
    </>
  )
}
