import { ListingBasics, achievementLabels } from '~/components/achievement/achievement-fields'
import { FormSection } from '~/components/forms/field'
import { Select, TextArea, TextInput } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { serviceKinds } from '#db/schema/codes'
import { type T, useText } from '~/i18n'

/** Names of the fields for the summary of errors. */
export const capabilityLabels = (t: T): Record<string, string> => ({
  ...achievementLabels(t),
  service_kind: t('capability.form.kind'),
  price_fen: t('capability.form.price'),
  lead_time_days: t('capability.form.lead'),
})

/** The whole form of a capability. */
export function CapabilityFields() {
  const { t } = useText()
  return (
    <>
      <ListingBasics title={t('capability.form.basics')} />
      <FormSection title={t('capability.form.service')}>
        <Select
          name="service_kind"
          label={t('capability.form.kind')}
          options={serviceKinds.map((value) => ({ value, label: t(`common.service_kind.${value}`) }))}
          required
        />
        <TextArea
          name="instruments"
          label={t('capability.form.instruments')}
          hint={t('capability.form.instruments_hint')}
          rows={4}
          optional
        />
        <TextInput name="marks" label={t('capability.form.marks')} hint={t('capability.form.marks_hint')} optional />
        <MoneyInput
          name="price_fen"
          label={t('capability.form.price')}
          hint={t('achievement.form.price_hint')}
          optional
        />
        <Select
          name="price_unit"
          label={t('capability.form.price_unit')}
          options={(['hour', 'sample', 'quote'] as const).map((value) => ({
            value,
            label: t(`capability.price_unit.${value}`),
          }))}
        />
        <TextInput name="lead_time_days" label={t('capability.form.lead')} inputMode="numeric" width="short" optional />
      </FormSection>
    </>
  )
}
