import { Facts } from '~/components/ui/facts'
import { Badge } from '~/components/ui/badge'
import type { Tone } from '~/components/ui/tone'
import type { OrganizationState } from '#db/schema'
import type { OrganizationPage } from '~/domain/organization/queries.server'
import { regionName } from '~/domain/organization/regions'
import { useText } from '~/i18n'

const tones: Record<OrganizationState, Tone> = {
  draft: 'plain',
  submitted: 'waiting',
  returned: 'bad',
  verified: 'good',
  suspended: 'bad',
}

export function StateBadge({ state }: { state: OrganizationState }) {
  const { t } = useText()
  return <Badge tone={tones[state]}>{t(`organization.state.${state}`)}</Badge>
}

/** What an organisation states about itself, as its members and reviewers read it. */
export function OrganizationFacts({ organization }: { organization: OrganizationPage }) {
  const { t, locale } = useText()
  const { platformType, level } = organization
  return (
    <div className="panel max-w-form px-4 py-2">
      <Facts
        layout="start"
        rows={[
          { term: t('organization.field.name'), value: organization.name, strong: true },
          { term: t('organization.field.code'), value: <span className="select-all">{organization.code}</span> },
          { term: t('organization.field.party_type'), value: t(`organization.party_type.${organization.partyType}`) },
          { term: t('organization.field.region'), value: regionName(organization.region, locale) },
          { term: t('organization.field.controller'), value: organization.controller },
          { term: t('organization.field.kind'), value: t(`organization.kind.${organization.kind}`) },
          {
            term: t('organization.field.platform_type'),
            value: platformType && t(`organization.platform_type.${platformType}`),
          },
          { term: t('organization.field.level'), value: level && t(`organization.level.${level}`) },
          { term: t('organization.field.introduction'), value: organization.introduction },
          { term: t('organization.field.contact_name'), value: organization.contactName },
          { term: t('organization.field.contact_phone'), value: organization.contactPhone },
        ]}
      />
    </div>
  )
}
