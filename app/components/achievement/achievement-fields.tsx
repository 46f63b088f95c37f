import { FormSection } from '~/components/forms/field'
import { CheckboxGroup } from '~/components/forms/choices'
import { Select, TextArea, TextInput } from '~/components/forms/inputs'
import { MoneyInput } from '~/components/forms/money-input'
import { technicalFields, transferModes, trls } from '#db/schema/codes'
import { type T, useText } from '~/i18n'

/** Names of the fields for the summary of errors. */
export const achievementLabels = (t: T): Record<string, string> => ({
  title: t('achievement.form.title'),
  abstract: t('achievement.form.abstract'),
  field: t('achievement.form.field'),
  tags: t('achievement.form.tags'),
  keywords: t('achievement.form.keywords'),
  metrics: t('achievement.form.metrics'),
  trl: t('achievement.form.trl'),
  transfer_modes: t('achievement.form.modes'),
  price_min_fen: t('achievement.form.price_min'),
  price_max_fen: t('achievement.form.price_max'),
})

/** What every listing says: the text, the words it is found by, its figures. */
export function ListingBasics({ title }: { title: string }) {
  const { t } = useText()
  return (
    <FormSection title={title}>
      <TextInput name="title" label={t('achievement.form.title')} hint={t('achievement.form.title_hint')} required />
      <TextArea
        name="abstract"
        label={t('achievement.form.abstract')}
        hint={t('achievement.form.abstract_hint')}
        rows={8}
        required
      />
      <Select
        name="field"
        label={t('achievement.form.field')}
        placeholder={t('achievement.form.field_none')}
        options={technicalFields.map((value) => ({ value, label: t(`common.field.${value}`) }))}
        optional
      />
      <TextInput name="tags" label={t('achievement.form.tags')} hint={t('achievement.form.tags_hint')} optional />
      <TextInput
        name="keywords"
        label={t('achievement.form.keywords')}
        hint={t('achievement.form.keywords_hint')}
        optional
      />
      <TextArea
        name="metrics"
        label={t('achievement.form.metrics')}
        hint={t('achievement.form.metrics_hint')}
        rows={6}
        optional
      />
    </FormSection>
  )
}

/** The whole form of an achievement, one topic per section. */
export function AchievementFields() {
  const { t } = useText()
  return (
    <>
      <ListingBasics title={t('achievement.form.basics')} />
      <FormSection title={t('achievement.form.maturity')}>
        <Select
          name="trl"
          label={t('achievement.form.trl')}
          placeholder={t('achievement.form.trl_none')}
          options={trls.map((level) => ({ value: String(level), label: t(`achievement.trl.${level}`) }))}
          optional
        />
        <TextInput
          name="trl_evidence"
          label={t('achievement.form.trl_evidence')}
          hint={t('achievement.form.trl_evidence_hint')}
          optional
        />
      </FormSection>
      <FormSection title={t('achievement.form.transfer')}>
        <CheckboxGroup
          name="transfer_modes"
          label={t('achievement.form.modes')}
          options={transferModes.map((value) => ({ value, label: t(`common.transfer_mode.${value}`) }))}
          inline
          optional
        />
        <MoneyInput
          name="price_min_fen"
          label={t('achievement.form.price_min')}
          hint={t('achievement.form.price_hint')}
          optional
        />
        <MoneyInput
          name="price_max_fen"
          label={t('achievement.form.price_max')}
          hint={t('achievement.form.price_hint')}
          optional
        />
        <TextArea name="comparison" label={t('achievement.form.comparison')} rows={4} optional />
        <TextArea name="sought_partner" label={t('achievement.form.sought')} rows={2} optional />
        <TextArea name="next_step" label={t('achievement.form.next_step')} rows={2} optional />
      </FormSection>
    </>
  )
}
