import { Link, useLoaderData } from '@remix-run/react'
import { BidState } from '~/components/bid/own-bid'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { bidsOfOrganization } from '~/domain/bid/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('bid.list.title')

export const loader = page(signedIn, async ({ actor, services, now }) => {
  const organization = actor.kind === 'person' ? actor.organization : null
  return { bids: organization ? await bidsOfOrganization(services.db, organization.id, now) : [] }
})

export default function Page() {
  const { bids } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('bid.list.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('bid.list.title') }]}
      />
      <DataTable
        caption={t('bid.list.title')}
        captionHidden
        rows={bids}
        rowKey={(row) => row.code}
        empty={
          <EmptyState
            title={t('bid.list.none')}
            actions={<LinkButton to="/challenges">{t('bid.list.browse')}</LinkButton>}
          >
            {t('bid.list.none_hint')}
          </EmptyState>
        }
        columns={[
          {
            key: 'challenge',
            header: t('bid.list.challenge'),
            rowHeader: true,
            cell: ({ challenge }) => (
              <>
                <Link to={`/challenges/${challenge.number}/bid`}>{challenge.title}</Link>
                <span className="numbers block text-small text-quiet">{challenge.number}</span>
              </>
            ),
          },
          {
            key: 'challenge_state',
            header: t('bid.list.challenge_state'),
            cell: ({ challenge }) => t(`challenge.state.${challenge.state}`),
          },
          {
            key: 'deadline',
            header: t('bid.list.deadline'),
            cell: ({ challenge }) => challenge.bid_deadline && <Moment at={challenge.bid_deadline} time />,
          },
          { key: 'code', header: t('bid.list.code'), cell: (row) => <span className="numbers">{row.code}</span> },
          { key: 'state', header: t('bid.list.state'), cell: (row) => <BidState state={row.state} /> },
          { key: 'version', header: t('bid.list.version'), numeric: true, cell: (row) => row.version || '—' },
          {
            key: 'submitted',
            header: t('bid.list.submitted'),
            cell: (row) => (row.submitted_at ? <Moment at={row.submitted_at} time /> : '—'),
          },
        ]}
      />
    </>
  )
}
