import { Link, useLoaderData } from '@remix-run/react'
import { JudgeState } from '~/components/evaluation/judge-state'
import { PageHeading } from '~/components/layout/page-heading'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { judgingsOf } from '~/domain/evaluation/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('evaluation.list.title')

export const loader = page(signedIn, async ({ actor, services }) => ({
  judgings: actor.kind === 'person' ? await judgingsOf(services.db, actor.personId) : [],
}))

export default function Page() {
  const { judgings } = useLoaderData<typeof loader>()
  const { t } = useText()
  const verb = (row: (typeof judgings)[number]) =>
    row.challenge_state !== 'judging'
      ? 'evaluation.list.see'
      : row.state === 'invited'
        ? 'evaluation.list.answer'
        : row.state === 'accepted'
          ? 'evaluation.list.score'
          : 'evaluation.list.see'
  return (
    <>
      <PageHeading
        title={t('evaluation.list.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('evaluation.list.title') }]}
      />
      <DataTable
        caption={t('evaluation.list.title')}
        captionHidden
        rows={judgings}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('evaluation.list.none')}>{t('evaluation.list.none_hint')}</EmptyState>}
        columns={[
          {
            key: 'challenge',
            header: t('evaluation.list.challenge'),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link to={`/challenges/${row.number}`}>{row.title}</Link>
                <span className="numbers block text-small text-quiet">{row.number}</span>
              </>
            ),
          },
          { key: 'state', header: t('evaluation.list.state'), cell: (row) => <JudgeState state={row.state} /> },
          {
            key: 'challenge_state',
            header: t('evaluation.list.challenge_state'),
            cell: (row) => t(`challenge.state.${row.challenge_state}`),
          },
          { key: 'invited', header: t('evaluation.list.invited'), cell: (row) => <Moment at={row.invited_at} /> },
          {
            key: 'act',
            header: t('evaluation.list.act'),
            cell: (row) => <Link to={`/workspace/judging/${row.id}`}>{t(verb(row))}</Link>,
          },
        ]}
      />
    </>
  )
}
