import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { DataTable } from '~/components/ui/data-table'
import { Money } from '~/components/ui/money'
import { Notice } from '~/components/ui/notice'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { confirmForm } from '~/domain/award/pages.server'
import { challengeIdOf } from '~/domain/bid/page.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { formatDateTime, formatNumber, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('award.confirm.title')

export const loader = page(signedIn, async ({ actor, services, params, now, newKey }) => ({
  ...(await confirmForm(services.db, actor, params.number ?? '', now)),
  key: newKey(),
}))

export const action = act(confirmAward, {
  given: async ({ params, services }) => ({ id: await challengeIdOf(services.db, params.number ?? '') }),
  then: (_answer, { params }) => goTo(`/challenges/${params.number}`, 'award.said.confirmed'),
})

export default function Page() {
  const { number, title, awards, until, over, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('award.confirm.title')}
        breadcrumb={[{ label: number, to: `/challenges/${number}` }, { label: title }]}
      />
      {!over && <Notice>{t('award.confirm.runs', { until: formatDateTime(until) })}</Notice>}
      <DataTable
        caption={t('award.confirm.caption')}
        rows={awards}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'solver',
            header: t('award.confirm.solver'),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.solver} <Badge>{t(`award.state.${row.state}`)}</Badge>
              </>
            ),
          },
          { key: 'rank', header: t('award.confirm.rank'), numeric: true, cell: (row) => row.rank },
          {
            key: 'points',
            header: t('award.confirm.points'),
            numeric: true,
            cell: (row) => formatNumber(row.score_hundredths / 100, { digits: 2 }),
          },
          {
            key: 'price',
            header: t('award.confirm.price'),
            numeric: true,
            cell: (row) => <Money fen={row.price_fen} />,
          },
          {
            key: 'reason',
            header: t('award.confirm.reason'),
            cell: (row) => <span className="whitespace-pre-line">{row.reason || '—'}</span>,
          },
        ]}
      />
      {over && (
        <ActForm id="confirm" actKey={key} result={answer?.result}>
          <FormEnd next={t('award.confirm.intro')}>
            <SubmitButton>{t('award.confirm.submit')}</SubmitButton>
          </FormEnd>
        </ActForm>
      )}
    </>
  )
}
