import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import type { OrganizationPage } from '~/domain/organization/queries.server'
import { useText } from '~/i18n'

/** Who belongs to the organisation; owners see addresses and may add somebody. */
export function Members({ organization }: { organization: OrganizationPage }) {
  const { t } = useText()
  const columns = [
    {
      key: 'name',
      header: t('organization.members.name'),
      rowHeader: true,
      cell: (row: OrganizationPage['members'][number]) => row.name,
    },
    {
      key: 'role',
      header: t('organization.field.role'),
      cell: (row: OrganizationPage['members'][number]) => t(`organization.role.${row.role}`),
    },
    ...(organization.mayAddMember
      ? [
          {
            key: 'email',
            header: t('organization.members.email'),
            cell: (row: OrganizationPage['members'][number]) => row.email,
          },
        ]
      : []),
  ]
  return (
    <div className="mt-10 max-w-form">
      <Section
        title={t('organization.members.title')}
        count={organization.members.length}
        aside={
          organization.mayAddMember && (
            <LinkButton to={`/workspace/organizations/${organization.id}/members`} look="quiet">
              {t('organization.members.add')}
            </LinkButton>
          )
        }
      >
        <DataTable
          caption={t('organization.members.title')}
          captionHidden
          rows={organization.members}
          rowKey={(_row, index) => String(index)}
          columns={columns}
        />
      </Section>
    </div>
  )
}
