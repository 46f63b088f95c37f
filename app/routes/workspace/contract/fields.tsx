import { CheckboxGroup, Checkbox } from '~/components/forms/choices'
import { FormSection } from '~/components/forms/field'
import { DateTimeInput, Select, TextArea, TextInput } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import {
  contractSubKinds,
  ipTypes,
  objectives,
  partyTypes,
  paymentModes,
  planSources,
  technicalFields,
} from '#db/schema/codes'
import { contractKinds } from '#db/schema/codes'
import { regions } from '~/domain/organization/regions'
import { type T, type TextKey, useText } from '~/i18n'
import { placeName, subKindName } from './names'

const choices = (t: T, prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`${prefix}.${value}` as TextKey) }))

/** Kind and sub-kind; the sub-kinds of every kind stand in one list, named with their kind. */
export function KindFields() {
  const { t } = useText()
  const subKinds = contractKinds.flatMap((kind) =>
    contractSubKinds[kind].map((value) => ({
      value,
      label: `${t(`contract.kind.${kind}`)} · ${subKindName(t, kind, value)}`,
    })),
  )
  return (
    <>
      <Select name="kind" label={t('contract.field.kind')} options={choices(t, 'contract.kind', contractKinds)} />
      <Select name="sub_kind" label={t('contract.field.sub_kind')} options={subKinds} width="full" />
    </>
  )
}

/** What the parties agree; `valueFen` fills the amount, `rows` party rows are offered. */
export function ContractFields({ valueFen, rows }: { valueFen?: string; rows: number }) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('contract.create.section_what')}>
        <TextInput name="title" label={t('contract.field.title')} maxLength={200} required />
        <KindFields />
        <Select name="field" label={t('contract.field.field')} options={choices(t, 'common.field', technicalFields)} />
        <TextArea name="terms" label={t('contract.field.terms')} rows={10} optional />
        <DateTimeInput name="term_from" label={t('contract.field.term_from')} dayOnly optional />
        <DateTimeInput name="term_to" label={t('contract.field.term_to')} dayOnly optional />
        <TextInput name="place" label={t('contract.field.place')} maxLength={120} optional />
      </FormSection>
      <FormSection title={t('contract.create.section_who')} intro={t('contract.hint.own')}>
        {Array.from({ length: rows }, (_, index) => (
          <PartyFields key={index} index={index} />
        ))}
      </FormSection>
      <FormSection title={t('contract.create.section_money')}>
        <MoneyInput
          name="contract_value_fen"
          label={t('contract.field.contract_value')}
          hint={t('contract.hint.value')}
          fen={valueFen}
        />
        <Select
          name="payment_mode"
          label={t('contract.field.payment_mode')}
          options={choices(t, 'contract.payment', paymentModes)}
        />
        <TextArea name="payment_terms" label={t('contract.field.payment_terms')} rows={3} optional />
      </FormSection>
      <FormSection title={t('contract.create.section_more')}>
        <CheckboxGroup
          name="ip_types"
          label={t('contract.field.ip_types')}
          options={choices(t, 'contract.ip', ipTypes)}
          inline
          optional
        />
        <TextArea name="ip_numbers" label={t('contract.field.ip_numbers')} rows={2} optional />
        <Select
          name="objective"
          label={t('contract.field.objective')}
          options={choices(t, 'contract.objective', objectives)}
          width="full"
        />
        <TextInput name="industry" label={t('contract.field.industry')} maxLength={120} optional />
        <Select
          name="plan_source"
          label={t('contract.field.plan_source')}
          options={choices(t, 'contract.plan', planSources)}
        />
        <Checkbox name="related_parties" label={t('contract.field.related_parties')} />
        <Checkbox name="public_funds" label={t('contract.field.public_funds')} />
        <Checkbox name="overseas" label={t('contract.field.overseas')} />
      </FormSection>
    </>
  )
}

function PartyFields({ index }: { index: number }) {
  const { t, locale } = useText()
  const name = (part: string) => `parties[${index}].${part}`
  const places = [...regions.map((region) => region.code), 'overseas'].map((value) => ({
    value,
    label: placeName(t, locale, value),
  }))
  return (
    <fieldset className="mb-6 border-s-2 border-line ps-4">
      <legend className="text-quiet">{t('contract.create.party', { number: index + 1 })}</legend>
      <div className="items-end gap-x-4 sm:grid sm:grid-cols-2">
        <Select
          name={name('side')}
          label={t('contract.field.side')}
          options={choices(t, 'contract.side', ['seller', 'buyer'])}
        />
        <TextInput name={name('name')} label={t('contract.field.name')} maxLength={120} />
        <TextInput
          name={name('code')}
          label={t('contract.field.code')}
          hint={t('contract.hint.overseas_code')}
          maxLength={40}
        />
        <Select
          name={name('party_type')}
          label={t('contract.field.party_type')}
          options={choices(t, 'organization.party_type', partyTypes)}
        />
        <Select name={name('region')} label={t('contract.field.region')} options={places} />
        <TextInput
          name={name('share')}
          label={t('contract.field.share')}
          hint={t('contract.hint.share')}
          inputMode="numeric"
          width="short"
        />
      </div>
    </fieldset>
  )
}
