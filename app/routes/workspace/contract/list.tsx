import { useLoaderData } from '@remix-run/react'
import { ListRow } from '~/components/listing/list-row'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Money } from '~/components/ui/money'
import { contractsOf } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { ContractBadge } from './state-badge'

export const meta = titled('contract.list.title')

export const loader = page(signedIn, async ({ actor, services }) => {
  const organization = actor.kind === 'person' ? actor.organization : null
  return {
    rows: organization ? await contractsOf(services.db, organization.id) : [],
    mayCreate: organization !== null && organization.role !== 'viewer',
  }
})

export default function Page() {
  const { rows, mayCreate } = useLoaderData<typeof loader>()
  const { t } = useText()
  const create = mayCreate && (
    <LinkButton to="/workspace/contracts/new" look="primary">
      {t('contract.list.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeading
        title={t('contract.list.title')}
        meta={rows.length > 0 && t('contract.list.total', { count: rows.length })}
        actions={create}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('contract.list.none')} actions={create}>
          {t('contract.list.none_hint')}
        </EmptyState>
      ) : (
        <ul className="border-t border-ink bg-paper">
          {rows.map((row) => (
            <ListRow
              key={row.number}
              to={`/workspace/contracts/${row.number}`}
              title={row.title}
              number={row.number}
              badges={<ContractBadge state={row.state} />}
              facts={[t(`contract.kind.${row.kind}`), row.parties]}
              figure={<Money fen={row.contract_value_fen} />}
            />
          ))}
        </ul>
      )}
    </>
  )
}
