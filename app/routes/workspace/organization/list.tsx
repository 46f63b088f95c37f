import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { PostForm } from '~/components/layout/post-form'
import { Button, LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { signedIn } from '~/domain/kernel/actor'
import { ownOrganizations } from '~/domain/organization/queries.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { StateBadge } from './facts'

export const meta = titled('organization.own.title')

export const loader = page(signedIn, async ({ actor, services }) => {
  if (actor.kind !== 'person') return { organizations: [], acting: null }
  return {
    organizations: await ownOrganizations(services.db, actor.personId),
    acting: actor.organization?.id ?? null,
  }
})

export default function Page() {
  const { organizations, acting } = useLoaderData<typeof loader>()
  const { t } = useText()
  const create = (
    <LinkButton to="/workspace/organizations/new" look="primary">
      {t('organization.own.create')}
    </LinkButton>
  )
  return (
    <>
      <PageHeading
        title={t('organization.own.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('organization.own.title') }]}
        actions={organizations.length > 0 && create}
      />
      <DataTable
        caption={t('organization.own.title')}
        captionHidden
        rows={organizations}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('organization.own.none')} actions={create}>
            {t('organization.own.none_hint')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('organization.field.name'),
            rowHeader: true,
            cell: (row) => <Link to={`/workspace/organizations/${row.id}`}>{row.name}</Link>,
          },
          { key: 'kind', header: t('organization.field.kind'), cell: (row) => t(`organization.kind.${row.kind}`) },
          { key: 'code', header: t('organization.field.code'), cell: (row) => row.code },
          { key: 'role', header: t('organization.field.role'), cell: (row) => t(`organization.role.${row.role}`) },
          { key: 'state', header: t('organization.field.state'), cell: (row) => <StateBadge state={row.state} /> },
          {
            key: 'acting',
            header: t('organization.own.acting'),
            cell: (row) =>
              row.id === acting ? (
                <strong>{t('organization.own.acting_now')}</strong>
              ) : (
                <PostForm action="/workspace/act-for" send={{ organization: row.id }}>
                  <Button type="submit" look="quiet" aria-label={t('organization.own.act_for', { name: row.name })}>
                    {t('organization.own.switch')}
                  </Button>
                </PostForm>
              ),
          },
        ]}
      />
    </>
  )
}
