import { Select, TextArea, TextInput } from '~/components/forms/inputs'
import { FormSection } from '~/components/forms/field'
import { levels, organizationKinds, partyTypes, platformTypes } from '#db/schema/codes'
import { regions } from '~/domain/organization/regions'
import { type T, useText } from '~/i18n'

/** Names of the fields for the summary of errors. */
export const fieldLabels = (t: T): Record<string, string> =>
  Object.fromEntries(
    (
      [
        'name',
        'kind',
        'platform_type',
        'level',
        'code',
        'region',
        'party_type',
        'controller',
        'introduction',
        'contact_name',
        'contact_phone',
      ] as const
    ).map((name) => [name, t(`organization.field.${name}`)]),
  )

/** The facts of an organisation, one topic per section. */
export function OrganizationFields() {
  const { t, locale } = useText()
  const options = (values: readonly string[], label: (value: never) => string) =>
    values.map((value) => ({ value, label: label(value as never) }))
  return (
    <>
      <FormSection title={t('organization.section.identity')} intro={t('organization.section.identity_intro')}>
        <TextInput name="name" label={t('organization.field.name')} hint={t('organization.hint.name')} required />
        <TextInput
          name="code"
          label={t('organization.field.code')}
          hint={t('organization.hint.code')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Select
          name="party_type"
          label={t('organization.field.party_type')}
          hint={t('organization.hint.party_type')}
          options={options(partyTypes, (value) => t(`organization.party_type.${value}`))}
          required
        />
        <Select
          name="region"
          label={t('organization.field.region')}
          hint={t('organization.hint.region')}
          options={regions.map((each) => ({ value: each.code, label: each[locale] }))}
          required
        />
        <TextInput
          name="controller"
          label={t('organization.field.controller')}
          hint={t('organization.hint.controller')}
          optional
        />
      </FormSection>
      <FormSection title={t('organization.section.part')}>
        <Select
          name="kind"
          label={t('organization.field.kind')}
          options={options(organizationKinds, (value) => t(`organization.kind.${value}`))}
          required
        />
        <Select
          name="platform_type"
          label={t('organization.field.platform_type')}
          hint={t('organization.hint.platform_type')}
          options={options(platformTypes, (value) => t(`organization.platform_type.${value}`))}
          optional
        />
        <Select
          name="level"
          label={t('organization.field.level')}
          options={options(levels, (value) => t(`organization.level.${value}`))}
          optional
        />
        <TextArea
          name="introduction"
          label={t('organization.field.introduction')}
          hint={t('organization.hint.introduction')}
          rows={4}
          optional
        />
      </FormSection>
      <FormSection title={t('organization.section.contact')} intro={t('organization.section.contact_intro')}>
        <TextInput
          name="contact_name"
          label={t('organization.field.contact_name')}
          width="medium"
          autoComplete="name"
        />
        <TextInput
          name="contact_phone"
          type="tel"
          label={t('organization.field.contact_phone')}
          width="medium"
          autoComplete="tel"
        />
      </FormSection>
    </>
  )
}
