import { Compared } from '~/components/ui/compared'
import { DataTable } from '~/components/ui/data-table'
import { Money, MoneyRange } from '~/components/ui/money'
import { formatFigure, formatFigureOrRange } from '~/components/ui/strip-scale'
import { requirementText } from '~/components/ui/target-strip'
import type { ComparedCommitment } from '~/domain/award/compared'
import type { ComparedBid, Comparison } from '~/domain/award/queries.server'
import { type T, formatNumber, formatPercent, useText } from '~/i18n'
import type { ReactNode } from 'react'

/** Hundredths of a point with one decimal, as scores are compared. */
const shortPoints = (hundredths: number): string => formatNumber(hundredths / 100, { digits: 1 })

interface Row {
  key: string
  group: string
  name: string
  required?: ReactNode
  cell: (bid: ComparedBid) => ReactNode
}

/** Rows are targets, price, date and scores; columns are bidders. The first column stays, the best of a row is bold. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { t } = useText()
  const { bids } = comparison
  const rows = [...targetRows(t, comparison), ...offerRows(t, comparison), ...scoreRows(t, comparison)]
  return (
    <DataTable
      caption={t('award.compare.title')}
      captionHidden
      stickyFirst
      rows={rows}
      rowKey={(row) => row.key}
      groupOf={(row) => row.group}
      columns={[
        { key: 'name', header: t('award.compare.item'), rowHeader: true, cell: (row) => row.name },
        { key: 'required', header: t('award.compare.required'), numeric: true, cell: (row) => row.required },
        ...bids.map((bid) => ({
          key: bid.id,
          header: bid.organization.name,
          numeric: true,
          cell: (row: Row) => row.cell(bid),
        })),
      ]}
    />
  )
}

function targetRows(t: T, { targets }: Comparison): Row[] {
  return targets.map((target, index) => ({
    key: `target-${target.position}`,
    group: t('award.compare.group_targets'),
    name: target.must ? target.name : t('award.compare.wished', { name: target.name }),
    required: requirementText(t, target),
    cell: (bid) => {
      const said = bid.commitments[index]
      if (!said) return null
      return (
        <>
          <Compared
            value={said.value === null ? t('common.strip.nothing') : formatFigureOrRange(said.value)}
            verdict={said.verdict}
            difference={differenceText(t, said, target.unit, target.comparator === 'between')}
            best={said.best}
          />
          {said.note && <span className="block text-small text-quiet">{said.note}</span>}
        </>
      )
    },
  }))
}

function differenceText(t: T, said: ComparedCommitment, unit: string, range: boolean): string {
  if (said.value === null) return t('award.compare.not_committed')
  if (said.gap !== null) return t('award.compare.short', { gap: `${formatFigure(said.gap)}${unit && ` ${unit}`}` })
  if (range && said.verdict === 'met') return t('award.compare.covered')
  if (said.difference === null || said.difference === 0) return t(`common.verdict.${said.verdict}`)
  return formatPercent(said.difference, { signed: true })
}

const bold = (best: boolean, value: ReactNode) => (best ? <strong className="font-semibold">{value}</strong> : value)

function offerRows(t: T, { challenge }: Comparison): Row[] {
  const group = t('award.compare.group_offer')
  return [
    {
      key: 'price',
      group,
      name: t('award.compare.price'),
      required: <MoneyRange from={challenge.budget_min_fen} to={challenge.budget_max_fen} />,
      cell: (bid) => bold(bid.price_best, <Money fen={bid.price_fen} />),
    },
    {
      key: 'delivery',
      group,
      name: t('award.compare.delivery'),
      required: challenge.delivery_deadline,
      cell: (bid) => bold(bid.delivery_best, <span className="whitespace-nowrap">{bid.delivery_date}</span>),
    },
  ]
}

function scoreRows(t: T, { criteria, bids, judges }: Comparison): Row[] {
  if (bids.every((bid) => bid.result === null)) return []
  const group = t('award.compare.group_scores')
  // One judge has no range and no tendency.
  const several = judges.submitted > 1
  const range = (spread: { low: number; high: number }) =>
    several && (
      <span className="text-small text-quiet">
        {' '}
        {shortPoints(spread.low)}–{shortPoints(spread.high)}
      </span>
    )
  return [
    ...criteria.map((criterion, index): Row => ({
      key: `criterion-${index}`,
      group,
      name: t('award.compare.weight', { name: criterion.name, weight: criterion.weight }),
      cell: ({ result }) => {
        const spread = result?.criteria[index]
        return spread ? (
          <>
            {bold(spread.best, shortPoints(spread.mean))}
            {range(spread)}
          </>
        ) : null
      },
    })),
    {
      key: 'total',
      group,
      name: t('award.compare.total'),
      cell: ({ result }) =>
        result && (
          <>
            <span className={result.best ? 'text-lead font-semibold' : 'text-lead'}>
              {formatNumber(result.total.mean / 100, { digits: 2 })}
            </span>
            {range(result.total)}
          </>
        ),
    },
    ...(several ? [calibratedRow(t, group)] : []),
    {
      key: 'rank',
      group,
      name: t('award.compare.rank'),
      cell: ({ result }) =>
        result && (
          <>
            {bold(result.rank === 1, result.rank)}
            {result.decided_by && result.decided_by !== 'score' && (
              <span className="block text-small text-quiet">{t(`award.tie.${result.decided_by}`)}</span>
            )}
          </>
        ),
    },
  ]
}

const calibratedRow = (t: T, group: string): Row => ({
  key: 'calibrated',
  group,
  name: t('award.compare.calibrated'),
  cell: ({ result }) =>
    result && <span className="text-quiet">{formatNumber(result.calibrated / 100, { digits: 2 })}</span>,
})
