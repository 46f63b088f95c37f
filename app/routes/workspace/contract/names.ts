import { regionName } from '~/domain/organization/regions'
import type { Locale, T, TextKey } from '~/i18n'
import { isTextKey } from '~/i18n'

/** The name of a sub-kind under its kind; a code that the list does not know is shown as it is. */
export function subKindName(t: T, kind: string, subKind: string): string {
  const key = `contract.sub_kind.${kind}.${subKind}`
  return isTextKey(key) ? t(key as TextKey) : subKind
}

export const placeName = (t: T, locale: Locale, region: string): string =>
  region === 'overseas' ? t('contract.overseas_region') : regionName(region, locale)

/** Texts of a form's fields for its summary of errors. */
export function contractLabels(t: T): Record<string, string> {
  const label = (name: string) => t(`contract.field.${name}` as TextKey)
  return {
    ...Object.fromEntries(
      [
        'title',
        'kind',
        'sub_kind',
        'field',
        'objective',
        'industry',
        'plan_source',
        'ip_types',
        'ip_numbers',
        'payment_mode',
        'payment_terms',
        'terms',
        'signed_on',
        'term_from',
        'term_to',
        'place',
        'parties',
        'side',
        'name',
        'code',
        'party_type',
        'region',
        'share',
        'costs',
        'reason',
        'ground',
        'statement',
        'amount_reason',
      ].map((name) => [name, label(name)]),
    ),
    contract_value_fen: label('contract_value'),
    claimed_amount_fen: label('claimed'),
    technology_amount_fen: label('amount'),
    amount_fen: label('cost_amount'),
    'costs[].name': label('cost_name'),
  }
}
