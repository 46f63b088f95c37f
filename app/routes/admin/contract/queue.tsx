import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Countdown, Moment } from '~/components/ui/moment'
import { Money } from '~/components/ui/money'
import { type ContractRow, registrarQueue } from '~/domain/contract/queries.server'
import { onlyStaff } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { ContractBadge } from '../../workspace/contract/state-badge'

export const meta = titled('contract.queue.title')

export const loader = page(onlyStaff('registrar'), ({ services }) => registrarQueue(services.db))

export default function Page() {
  const { waiting, decided } = useLoaderData<typeof loader>()
  const { t } = useText()
  const title = {
    key: 'title',
    header: t('contract.field.title'),
    rowHeader: true,
    cell: (row: ContractRow) => (
      <>
        <span className="numbers text-small text-quiet">{row.number}</span> <ContractBadge state={row.state} />
        <Link to={`/admin/contracts/${row.number}`} className="block">
          {row.title}
        </Link>
        <span className="block text-small text-quiet">{row.parties}</span>
      </>
    ),
  }
  const kind = {
    key: 'kind',
    header: t('contract.field.kind'),
    cell: (row: ContractRow) => t(`contract.kind.${row.kind}`),
  }
  const amount = {
    key: 'amount',
    header: t('contract.field.amount'),
    numeric: true,
    cell: (row: ContractRow) => row.amount_fen && <Money fen={row.amount_fen} />,
  }
  return (
    <>
      <PageHeading title={t('contract.queue.title')} />
      <Section title={t('contract.queue.waiting')} count={waiting.length}>
        <DataTable
          caption={t('contract.queue.waiting')}
          captionHidden
          rows={waiting}
          rowKey={(row) => row.number}
          empty={<EmptyState title={t('contract.queue.none')}>{t('contract.queue.none_hint')}</EmptyState>}
          columns={[
            title,
            kind,
            amount,
            {
              key: 'submitted',
              header: t('contract.queue.submitted'),
              cell: (row) => row.submitted_at && <Moment at={row.submitted_at} />,
            },
            {
              key: 'due',
              header: t('contract.queue.due'),
              numeric: true,
              cell: (row) =>
                row.review_due_at ? <Countdown to={row.review_due_at} /> : t('contract.queue.not_accepted'),
            },
          ]}
        />
      </Section>
      <Section title={t('contract.queue.decided')}>
        <DataTable
          caption={t('contract.queue.decided')}
          captionHidden
          rows={decided}
          rowKey={(row) => row.number}
          empty={<EmptyState title={t('contract.queue.none_decided')} />}
          columns={[
            title,
            kind,
            amount,
            {
              key: 'registered',
              header: t('contract.field.registered_at'),
              cell: (row) => row.registered_at && <Moment at={row.registered_at} />,
            },
          ]}
        />
      </Section>
    </>
  )
}
