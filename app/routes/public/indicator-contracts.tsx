import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { Pager } from '~/components/ui/pager'
import { formulaAt } from '~/domain/indicator/queries.server'
import { recompute } from '~/domain/indicator/recompute'
import { indicatorRows, publicRows, seesContracts } from '~/domain/indicator/rows.server'
import { transactionVolume } from '~/domain/indicator/rules'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { fenNumber } from '~/domain/kernel/money'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { askedOf, indicatorUrl, partName, periodName } from './indicator/asked'
import { Recompute } from './indicator/recompute-note'

export const meta = titled('indicator.page.title')

const perPage = 50

export const loader = page(anyone, async ({ url, now, actor, services: { db } }) => {
  const asked = askedOf(url, yearOf(now))
  const number = Number(url.searchParams.get('page') ?? '1')
  const at = Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1
  const formula = await formulaAt(db, transactionVolume, now)
  const basis = asked.basis ?? formula.basis
  const flow = asked.flow ?? formula.flow
  const ask = {
    period: asked.period,
    basis,
    flow,
    at: now,
    part: asked.part,
    limit: perPage,
    offset: (at - 1) * perPage,
  }
  const found = await indicatorRows(db, actor, ask)
  const narrowed = Object.keys(asked.part).length > 0
  const again = narrowed
    ? null
    : recompute((await publicRows(db, { period: asked.period, at: now })).rows, {
        basis,
        flow,
        period: asked.period,
        kinds: formula.kinds,
      }).fen.toString()
  return {
    presentYear: yearOf(now),
    ...found,
    period: asked.period,
    basis,
    flow,
    part: Object.fromEntries([...url.searchParams].filter(([name]) => name in partDimensions)),
    page: at,
    named: seesContracts(actor),
    again,
  }
})

const partDimensions = { kind: 1, field: 1, origin: 1, quarter: 1, party_type: 1 }

export default function Page() {
  const view = useLoaderData<typeof loader>()
  const { t } = useText()
  const { period, basis, flow, part, total } = view
  const here = (changed: Record<string, string> = {}) =>
    indicatorUrl('/indicators/contracts', { period, basis, flow }, { ...part, ...changed })
  const names = Object.entries(part).map(([dimension, key]) => partName(t, dimension, key))
  const scope = [
    periodName(t, period, view.presentYear),
    t(`indicator.basis.${basis}`),
    t(`indicator.flow.${flow}`),
    ...names,
  ].join(' · ')
  const yuan = fenNumber(BigInt(total.fen), '元')
  return (
    <>
      <PageHeading
        title={t('indicator.rows.title', { name: t('indicator.name.technology_transaction_volume') })}
        breadcrumb={[
          { label: t('indicator.page.title'), to: indicatorUrl('/indicators', { period, basis, flow }) },
          { label: scope },
        ]}
        meta={t('indicator.rows.shown', { count: view.count, amount: yuan, contracts: total.contracts })}
        actions={
          <>
            <a href={`/indicators/contracts.csv?period=${period}`}>{t('indicator.page.csv')}</a>
            <a href={`/indicators/contracts.json?period=${period}`}>{t('indicator.page.json')}</a>
          </>
        }
      />
      {view.again !== null && (
        <Notice tone={view.again === total.fen ? 'success' : 'error'}>
          {t('indicator.recompute.shown')} {yuan} · {t('indicator.recompute.again')}{' '}
          {fenNumber(BigInt(view.again), '元')} ·{' '}
          {t(view.again === total.fen ? 'indicator.recompute.same' : 'indicator.recompute.differs')}
        </Notice>
      )}
      <DataTable
        caption={scope}
        captionHidden
        rows={view.rows}
        rowKey={(row) => row.commitment}
        empty={<EmptyState title={t('indicator.rows.none')}>{t('indicator.rows.none_hint')}</EmptyState>}
        totals={view.rows.length > 0 ? [{ period: t('indicator.rows.total'), fen: yuan }] : []}
        columns={[
          { key: 'period', header: t('indicator.column.period'), rowHeader: true, cell: (row) => row.period },
          {
            key: 'type',
            header: t('indicator.column.type'),
            cell: (row) =>
              `${t(`contract.entry.${row.type}`)}${row.period === row.origin_period ? '' : t('common.bracketed', { text: row.origin_period })}`,
          },
          ...(view.named
            ? [
                {
                  key: 'contract',
                  header: t('indicator.column.contract'),
                  cell: (row: (typeof view.rows)[number]) =>
                    row.contract && (
                      <>
                        <Link to={`/workspace/contracts/${row.contract.number}`}>{row.contract.title}</Link>
                        <span className="block text-small text-quiet">
                          {row.contract.sellers} → {row.contract.buyers}
                        </span>
                      </>
                    ),
                },
              ]
            : []),
          { key: 'kind', header: t('indicator.column.kind'), cell: (row) => partName(t, 'kind', row.kind) },
          { key: 'field', header: t('indicator.column.field'), cell: (row) => partName(t, 'field', row.field) },
          { key: 'flow', header: t('indicator.column.flow'), cell: (row) => t(`indicator.flow.${row.flow}`) },
          {
            key: 'fen',
            header: t('indicator.column.fen'),
            numeric: true,
            cell: (row) => fenNumber(BigInt(row.fen), '元'),
          },
          {
            key: 'commitment',
            header: t('indicator.column.commitment'),
            cell: (row) => <code title={row.commitment}>{row.commitment.slice(0, 12)}</code>,
          },
        ]}
      />
      <Pager page={view.page} pages={Math.ceil(view.count / perPage)} to={(number) => here({ page: String(number) })} />
      <p className="mt-2 max-w-text text-small text-quiet">{t('indicator.rows.masked')}</p>
      <div className="mt-6">
        <Recompute to={`/indicators/contracts.json?period=${period}`} />
      </div>
    </>
  )
}
